import type { Level } from './act.ts';
import type { Seat } from './seat.ts';

/** The rows of the rights table: sections, and families of sections. */
export type SectionRow =
  | 'plan.shared'
  | 'plan.practice'
  | 'family.words'
  | 'chronology.shared'
  | 'notes.*'
  | 'safety.*'
  | 'oversight'
  | 'person.identity'
  | 'person.location'
  | 'person.health'
  | 'person.voice';

/** What must be so for a cell to count. */
type Condition =
  /** The person is named in a grant; the grant says how much. */
  | 'named'
  /** The notes are those of the person's own agency. */
  | 'own-agency'
  /** The notes are those of the council, to which the person belongs. */
  | 'own-council'
  /** Where the person is, is not protected. */
  | 'unless-protected'
  /** The record is of somebody of the same household, or of the reader. */
  | 'own-household'
  /** The record is the reader's own. */
  | 'own'
  /** The child chose the reader to hear their words. */
  | 'as-chosen';

/** One cell of the table: up to which level, and on what condition. */
export interface Cell {
  readonly level: Level;
  readonly when?: Condition;
}

/** The rights table: what a place around a record allows in each section. */
export type RightsTable = Readonly<Record<SectionRow, Readonly<Record<Seat, Cell>>>>;

const none: Cell = { level: 'none' };
const r: Cell = { level: 'read' };
const a: Cell = { level: 'append' };
const w: Cell = { level: 'write' };
// A grant gives what it says and no more: the cell's level is the most that it can.
const named: Cell = { level: 'write', when: 'named' };
const ownNotes: Cell = { level: 'write', when: 'own-agency' };
const councilNotes: Cell = { level: 'read', when: 'own-council' };
const openLocation: Cell = { level: 'read', when: 'unless-protected' };
const household: Cell = { level: 'read', when: 'own-household' };
const own: Cell = { level: 'read', when: 'own' };
// Somebody has to write down what a small child says: those who hear the words may add to them, and change none.
const heard: Cell = { level: 'append', when: 'as-chosen' };
const heardAtHome: Cell = { level: 'read', when: 'as-chosen' };

const columns = [
  'lead',
  'council-early-help',
  'education',
  'health',
  'justice',
  'partner',
  'domestic-abuse',
  'manager',
  'social-worker',
  'household-adult',
  'young-person',
] as const satisfies readonly Seat[];

type Row = readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell];

const row = (cells: Row): Record<Seat, Cell> => {
  const entries = columns.map((seat, column) => [seat, cells[column] ?? none] as const);
  return Object.fromEntries(entries) as Record<Seat, Cell>;
};

/** The default rights table. Another may be handed to the policy: it is data that an authority decides. */
export const defaultRights: RightsTable = {
  // lead, council early help, education, health, justice, partner, domestic abuse, manager, social worker, adult, young
  'plan.shared': row([w, w, w, w, w, w, w, w, r, r, r]),
  'plan.practice': row([w, w, none, w, none, none, none, w, r, none, none]),
  'family.words': row([r, r, r, r, r, r, r, r, r, w, w]),
  'chronology.shared': row([w, a, a, a, a, a, a, r, r, none, none]),
  'notes.*': row([
    ownNotes,
    ownNotes,
    ownNotes,
    ownNotes,
    ownNotes,
    ownNotes,
    ownNotes,
    councilNotes,
    none,
    none,
    none,
  ]),
  'safety.*': row([named, named, none, named, named, none, named, named, named, none, none]),
  oversight: row([r, none, none, none, none, none, none, w, r, none, none]),
  'person.identity': row([w, r, r, r, r, r, r, r, r, household, own]),
  'person.location': row([
    { level: 'write', when: 'unless-protected' },
    openLocation,
    none,
    openLocation,
    none,
    none,
    none,
    openLocation,
    openLocation,
    household,
    own,
  ]),
  'person.health': row([named, named, none, w, none, none, none, none, named, own, own]),
  'person.voice': row([
    heard,
    heard,
    heard,
    heard,
    none,
    none,
    none,
    none,
    r,
    heardAtHome,
    { level: 'write', when: 'own' },
  ]),
};

import type { Fact, NewFact } from '../oracle/ledger.ts';
import { isLive } from '../oracle/ledger.ts';
import type { KnownEdits } from '../oracle/known-edits.ts';
import type { EditMoment, EditResult } from '../subject.ts';
import {
  cellName,
  cellOf,
  expectationOf,
  formatPrefix,
  strikePath,
  type Expectation,
  type StrikeNote,
} from './expectation.ts';
import type { GroupOutline, Outline } from './outline.ts';
import type { RecordReplica } from './record-replica.ts';

/** What one edit did, as the ledger has it. */
interface Entry {
  /** The number of the edit. */
  readonly number: number;
  readonly adds: readonly Fact[];
  readonly removes: readonly Fact[];
}

/** What one replica did since it was opened: a list to take back, and one to do again. */
export class UndoModel {
  readonly #undo: Entry[] = [];
  readonly #redo: Entry[] = [];
  /** What was written again stands for what it was. */
  readonly #heirs = new Map<Fact, Fact>();

  /** Remembers an edit. */
  remember(entry: Entry): void {
    this.#undo.push(entry);
    this.#redo.length = 0;
  }

  /** Lets a replica undo or redo, and works out from the ledger alone what that must come to. */
  reverse(verb: 'undo' | 'redo', replica: RecordReplica, outline: Outline, moment: EditMoment): EditResult {
    const [from, to] = verb === 'undo' ? [this.#undo, this.#redo] : [this.#redo, this.#undo];
    const entry = from.at(-1);
    // Yjs puts marks of formatting in texts by itself: what an undo comes to then is not for a ledger to say.
    if (entry === undefined || isUnclear(moment)) return { type: 'skipped' };
    const texts = [...new Set([...entry.adds, ...entry.removes].map(({ cell }) => cell))].filter((cell) =>
      isText(outline, cell),
    );
    const before = texts.map((cell) => charactersOf(replica, cell));
    const done = replica[verb]();
    if (done === 'nothing')
      return { type: 'broken', law: 10, says: `there was something to ${verb}, and nothing was done` };
    from.pop();
    const reversal = new Reversal(outline, moment, entry, this.#heirs);
    const after = texts.map((cell) => charactersOf(replica, cell));
    for (const [index, cell] of texts.entries()) {
      const wrong = reversal.takeText(cell, before[index] ?? '', after[index] ?? '');
      if (wrong !== undefined)
        return { type: 'broken', law: 10, says: wrong, path: cell, expected: before[index], found: after[index] };
    }
    const { adds, removes, originals } = reversal;
    if (adds.length + removes.length === 0) return { type: 'accepted', adds, removes };
    const noted = (facts: readonly Fact[]): void => {
      for (const [index, fact] of facts.entries()) {
        const original = originals[index];
        if (original !== undefined) this.#heirs.set(original, fact);
      }
      to.push({ number: moment.number, adds: facts, removes });
    };
    return { type: 'accepted', adds, removes, noted };
  }
}

/** What taking one edit back comes to. */
class Reversal {
  readonly adds: NewFact[] = [];
  readonly removes: Fact[] = [];
  /** For each fact that is added, the one that it writes again. */
  readonly originals: (Fact | undefined)[] = [];
  readonly #outline: Outline;
  readonly #moment: EditMoment;
  readonly #entry: Entry;
  readonly #heirs: ReadonlyMap<Fact, Fact>;
  readonly #now: Expectation;
  readonly #created: ReadonlySet<string>;

  constructor(outline: Outline, moment: EditMoment, entry: Entry, heirs: ReadonlyMap<Fact, Fact>) {
    this.#outline = outline;
    this.#moment = moment;
    this.#entry = entry;
    this.#heirs = heirs;
    this.#now = expectationOf(outline, moment.ledger, moment.now);
    const isCreation = ({ cell }: Fact): boolean => outline.groups.has(cellName(cell).path);
    this.#created = new Set(entry.adds.filter(isCreation).map(({ cell }) => cellName(cell).entity));
    for (const entity of this.#created) this.#strike(entity);
    for (const cell of this.#cells()) this.#takeCell(cell);
  }

  /** Of a text, only what was typed may go, and only what was deleted may come back. */
  takeText(cell: string, before: string, after: string): string | undefined {
    const { entity } = cellName(cell);
    const live = this.#moment.ledger.live(this.#moment.now, cell);
    const mine = this.#entry.adds.filter((fact) => fact.cell === cell).map(({ value }) => value);
    const deleted = this.#entry.removes.filter((fact) => fact.cell === cell).map(({ value }) => value);
    const gone = Array.from(before).filter((character) => !after.includes(character));
    const back = Array.from(after).filter((character) => !before.includes(character));
    if (gone.some((character) => !mine.includes(character))) return 'an undo took away what somebody else typed';
    if (back.some((character) => !deleted.includes(character)))
      return 'an undo brought back what somebody else deleted';
    const stays = mine.find((character) => typeof character === 'string' && after.includes(character));
    const isLeft = this.#created.has(entity) || this.#isHidden(entity);
    if (stays !== undefined && !isLeft) return 'an undo left what its own edit had typed';
    this.removes.push(...live.filter(({ value }) => typeof value === 'string' && gone.includes(value)));
    for (const character of back) this.#add({ cell, value: character }, undefined);
    return undefined;
  }

  #add(fact: NewFact, original: Fact | undefined): void {
    this.adds.push(fact);
    this.originals.push(original);
  }

  #groupOf(entity: string): GroupOutline | undefined {
    return [...this.#outline.groups.values()].find(
      ({ name }) => name !== '' && this.#now.live(name, entity).length > 0,
    );
  }

  #isHidden(entity: string): boolean {
    const group = this.#groupOf(entity);
    return group !== undefined && this.#now.status(group, entity) === 'hidden';
  }

  /** A row that is taken back is struck, unless somebody else has written in it. */
  #strike(entity: string): void {
    const { ledger, now, index } = this.#moment;
    const isOthers = (fact: Fact): boolean =>
      cellName(fact.cell).entity === entity && isLive(now, fact) && fact.replica !== index;
    if (this.#isHidden(entity) || [...ledger.cells.values()].flat().some(isOthers)) return;
    const cell = cellOf(strikePath, entity);
    this.removes.push(...ledger.live(now, cell));
    const note: StrikeNote = { saw: now.copy() };
    this.#add({ cell, value: 'taken back', note }, undefined);
  }

  /** What is written and superseded as a whole: a field, or one member of a set. */
  #cells(): Iterable<Pick<Entry, 'adds' | 'removes'>> {
    const cells = new Map<string, { adds: Fact[]; removes: Fact[] }>();
    const of = (fact: Fact): { adds: Fact[]; removes: Fact[] } => {
      const isSet = this.#outline.fields.get(cellName(fact.cell).path)?.kind === 'set';
      const key = isSet ? `${fact.cell} ${fact.text}` : fact.cell;
      let cell = cells.get(key);
      if (cell === undefined) cells.set(key, (cell = { adds: [], removes: [] }));
      return cell;
    };
    for (const fact of this.#entry.adds) of(fact).adds.push(fact);
    for (const fact of this.#entry.removes) of(fact).removes.push(fact);
    return cells.values();
  }

  #takeCell({ adds, removes }: Pick<Entry, 'adds' | 'removes'>): void {
    const [any] = [...adds, ...removes];
    if (any === undefined || isText(this.#outline, any.cell)) return;
    const { path, entity } = cellName(any.cell);
    if (this.#created.has(entity)) return;
    if (path !== strikePath && this.#isHidden(entity)) return;
    const { ledger, now } = this.#moment;
    const standing = adds.map((fact) => this.#heirOf(fact)).filter((fact) => isLive(now, fact));
    const isSet = this.#outline.fields.get(path)?.kind === 'set';
    const there = ledger.live(now, any.cell).filter(({ text }) => !isSet || text === any.text);
    if (adds.length > 0 ? standing.length === 0 : there.length > 0) return;
    this.removes.push(...standing);
    for (const fact of removes) this.#writeAgain(fact);
  }

  #writeAgain(fact: Fact): void {
    const { cell, value, note } = fact;
    if (cellName(cell).path !== strikePath) {
      this.#add({ cell, value }, fact);
      return;
    }
    // Whatever this replica wrote in the row meanwhile, it wrote knowing of the strike; what it wrote before, it did not.
    const strike = note as StrikeNote;
    const saw = withOwn(strike.saw, fact.edit, this.#entry.number, this.#moment);
    this.#add({ cell, value, note: { ...strike, saw } }, fact);
  }

  #heirOf(fact: Fact): Fact {
    const heir = this.#heirs.get(fact);
    return heir === undefined ? fact : this.#heirOf(heir);
  }
}

function withOwn(saw: KnownEdits, strike: number, since: number, { ledger, now, index }: EditMoment): KnownEdits {
  const seen = saw.copy();
  seen.add(strike);
  for (const { replica, edit } of [...ledger.cells.values()].flat())
    if (replica === index && edit >= since && now.has(edit)) seen.add(edit);
  return seen;
}

const isUnclear = ({ ledger }: EditMoment): boolean =>
  [...ledger.cells.keys()].some((cell) => cell.startsWith(formatPrefix));

const isText = (outline: Outline, cell: string): boolean => {
  const kind = outline.fields.get(cellName(cell).path)?.kind;
  return kind === 'text' || kind === 'rich-text';
};

function charactersOf(replica: RecordReplica, cell: string): string {
  const { path, entity } = cellName(cell);
  return replica.characters(entity, path);
}

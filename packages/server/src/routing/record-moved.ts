import { type AnyWho, commandOf, type Known, type RecordState, toldDecision, toldFacts } from '@caseweave/model';
import type { Acts, SectionId, ServerMessage } from '@caseweave/protocol';
import type { LoggedDecision } from '../decisions/logged.ts';
import type { KnownWho } from '../directory/people.ts';
import type { ModelInUse } from '../model/model-in-use.ts';
import type { ReadableRecord, SectionMeta } from './read-caseload.ts';

/** A decision that was taken about a record, and the record once it was. */
export interface MovedBy {
  readonly decision: LoggedDecision;
  readonly at: number;
  readonly after: RecordState;
}

/** A record about which something was decided, from before the first of the decisions until now. */
export interface RecordMoved {
  readonly sections: readonly SectionMeta[];
  readonly decisions: readonly MovedBy[];
  readonly earlier: {
    /** The position of the first of the decisions: what was created from then on was not there. */
    readonly first: number;
    /** Null for a record that was not there. */
    readonly state: RecordState | null;
    /** When the first of the decisions was taken, and a moment before each right ran out of which they tell. */
    readonly moments: readonly number[];
    readonly known: Known;
  };
  readonly now: {
    readonly state: RecordState | undefined;
    readonly known: Known<AnyWho>;
  };
}

/** What somebody is to be told after decisions about a record. */
export interface Told {
  readonly messages: readonly ServerMessage[];
  /** Sections that they may read anew: their states follow. */
  readonly entered: readonly SectionId[];
}

const nothing: Acts = { read: false, write: false, append: false };

/**
 * What one reader is to be told: the decisions that they may see, the facts if they are others to them, and what they may
 * read anew or no more. That something was decided which changes nothing for them is not theirs to know.
 *
 * @param readable - what they may read of the record now; undefined if nothing
 */
export function tellMoved(
  model: ModelInUse,
  reader: KnownWho,
  moved: RecordMoved,
  readable: ReadableRecord | undefined,
): Told {
  const { sections, earlier, now } = moved;
  const accesses: ServerMessage[] = [];
  const entered: SectionId[] = [];
  const headers = new Map(readable?.sections.map((header) => [header.section, header]));
  for (const section of sections) {
    const { id, record } = section;
    const before = actsThen(model, reader, section, earlier);
    const header = headers.get(id);
    if (header === undefined) {
      if (before.read) accesses.push({ type: 'leave', record, section: id });
      continue;
    }
    if (!before.read) entered.push(id);
    if (!before.read || before.write !== header.acts.write || before.append !== header.acts.append) {
      accesses.push({ type: 'enter', ...header });
    }
  }
  if (readable === undefined || now.state === undefined) return { messages: accesses, entered };
  const isNew = sections.every(({ id }) => !headers.has(id) || entered.includes(id));
  const isSame = !isNew && factsThen(model, reader, moved) === readable.facts.facts;
  const facts: readonly ServerMessage[] = isSame ? [] : [{ type: 'facts', ...readable.facts }];
  // Decisions come before the facts that they cause, and the facts before the sections of the record.
  return { messages: [...decisionsFor(model, reader, moved, readable), ...facts, ...accesses], entered };
}

/** What the reader could do before: a right that ran out between two decisions was theirs as long as nobody was told. */
function actsThen(
  { now: model }: ModelInUse,
  { who }: KnownWho,
  { name, created }: SectionMeta,
  { first, state, moments }: RecordMoved['earlier'],
): Acts {
  if (state === null || created >= first) return nothing;
  const acts = moments.map((at) => model.acts(who, name, state, at));
  const could = (act: keyof Acts) => acts.some((one) => one[act]);
  return { read: could('read'), write: could('write'), append: could('append') };
}

/** What the reader was told of the record before; undefined if there was nothing. */
function factsThen(model: ModelInUse, { who }: KnownWho, { earlier }: RecordMoved): string | undefined {
  const { state, known, moments } = earlier;
  if (state === null) return undefined;
  return JSON.stringify(toldFacts(model.now, who, state, known, Math.min(...moments)));
}

function decisionsFor(
  model: ModelInUse,
  { who }: KnownWho,
  { decisions, sections, now: { known } }: RecordMoved,
  { facts: { record } }: ReadableRecord,
): readonly ServerMessage[] {
  return decisions.flatMap(({ decision, at, after }): readonly ServerMessage[] => {
    // Who could not read the record then does not learn afterwards what was decided about it.
    if (!sections.some(({ name }) => model.now.may(who, 'read', name, after, at))) return [];
    const command = commandOf(model.now, { ...decision, record });
    if (command === undefined) return [];
    const by = decision.principal === null ? null : (known.who(decision.principal) ?? null);
    const told = toldDecision(model.now, who, { key: decision.id, command, by, at }, after, known);
    return told === null ? [] : [{ type: 'decision', record, decision: JSON.stringify(told) }];
  });
}

import {
  actsOn,
  describeRecord,
  hiddenPractitioner,
  may,
  type Principal,
  type RecordFacts,
  seenDecision,
  type Surroundings,
} from '@caseweave/family';
import type { Acts, SectionId, ServerMessage } from '@caseweave/protocol';
import type { Commanded } from '../directory/decide.ts';
import type { LoadedFacts } from '../directory/load-facts.ts';
import type { KnownPrincipal } from '../directory/people.ts';
import type { ReadableRecord, SectionMeta } from './read-caseload.ts';

/** A command that was carried out about a record, and what was decided once it was. */
export interface MovedBy {
  readonly commanded: Commanded;
  readonly at: number;
  readonly after: RecordFacts;
}

/** A record about which something was decided, from before the first of the decisions until now. */
export interface RecordMoved {
  readonly sections: readonly SectionMeta[];
  readonly commands: readonly MovedBy[];
  readonly earlier: {
    readonly facts: RecordFacts | null;
    /** When the first of the decisions was taken, and a moment before each right ran out of which they tell. */
    readonly moments: readonly number[];
    readonly around: Surroundings;
  };
  readonly now: {
    readonly facts: LoadedFacts | undefined;
    readonly around: Surroundings;
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
export function tellMoved(known: KnownPrincipal, moved: RecordMoved, readable: ReadableRecord | undefined): Told {
  const { principal } = known;
  const { sections, earlier, now } = moved;
  const accesses: ServerMessage[] = [];
  const entered: SectionId[] = [];
  const headers = new Map(readable?.sections.map((header) => [header.section, header]));
  for (const { id, record, name } of sections) {
    const before = actsThen(principal, name, earlier);
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
  if (readable === undefined || now.facts === undefined) return { messages: accesses, entered };
  const isNew = sections.every(({ id }) => !headers.has(id) || entered.includes(id));
  const isSame = !isNew && describedThen(known, moved) === readable.facts.facts;
  const facts: readonly ServerMessage[] = isSame ? [] : [{ type: 'facts', ...readable.facts }];
  // Decisions come before the facts that they cause, and the facts before the sections of the record.
  return { messages: [...decisionsFor(known, moved, readable), ...facts, ...accesses], entered };
}

/** What the reader could do before: a right that ran out between two decisions was theirs as long as nobody was told. */
function actsThen(reader: Principal, name: string, { facts, moments }: RecordMoved['earlier']): Acts {
  if (facts === null) return nothing;
  const acts = moments.map((at) => actsOn(reader, name, facts, at));
  const could = (act: keyof Acts) => acts.some((one) => one[act]);
  return { read: could('read'), write: could('write'), append: could('append') };
}

/** What the reader was told of the record before; undefined if there was nothing. */
function describedThen({ principal }: KnownPrincipal, { earlier, now }: RecordMoved): string | undefined {
  if (earlier.facts === null) return undefined;
  const before = { facts: earlier.facts, status: now.facts?.status ?? 'open' };
  return JSON.stringify(describeRecord(principal, before, earlier.around, Math.min(...earlier.moments)));
}

function decisionsFor(
  { principal }: KnownPrincipal,
  { commands, sections, now }: RecordMoved,
  readable: ReadableRecord,
): readonly ServerMessage[] {
  const { practitioner, person } = now.around;
  return commands.flatMap(({ commanded, at, after }): readonly ServerMessage[] => {
    // Who could not read the record then does not learn afterwards what was decided about it.
    if (!sections.some(({ name }) => may(principal, 'read', name, after, at))) return [];
    const author = practitioner(commanded.principal);
    const by = {
      principal: author?.principal ?? { id: hiddenPractitioner.id, agency: null },
      name: author?.name ?? hiddenPractitioner.name,
    };
    const around = { facts: after, person, practitioner: (id: string) => practitioner(id)?.principal };
    const seen = seenDecision(principal, { key: commanded.id, command: commanded.command, by, at }, around);
    if (seen === null) return [];
    return [{ type: 'decision', record: readable.facts.record, decision: JSON.stringify(seen) }];
  });
}

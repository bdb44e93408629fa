import { isRecordId, isRecordKind, isSectionId, type RecordId, WIRE } from '@caseweave/protocol';
import type { Json } from '@caseweave/record';
import * as encoding from 'lib0/string';
import type { CaseloadCore } from '../core.ts';
import type { StoreChange } from '../stored/change.ts';
import type { Mirror } from '../stored/mirror.ts';
import { type CommandEntry, isWaiting } from '../stored/rows.ts';
import { creationOf, isForsaken } from '../decisions/creation.ts';
import type { Commands } from '../decisions/commands.ts';
import type { Decider, CommandRefusal, NewRecord } from '../decisions/decision-port.ts';
import type { DecideOutcome } from '../decisions/decide-outcome.ts';
import { decider, pendingFacts, waitingDecisions } from '../decisions/pending.ts';

/** A command, and what it waits for. */
export interface GivenCommand {
  readonly command: Json;
  readonly needs: readonly number[];
  readonly key: string;
}

/** Stores a command with the records that it creates, strictly, or says why not. */
export async function decide(core: CaseloadCore, asked: GivenCommand): Promise<DecideOutcome> {
  const { mirror } = core;
  const known = mirror.entries().find((entry) => entry.kind === 'decision' && entry.key === asked.key);
  // Asked by a tab that did not hear the answer, since the tab that gave it is gone.
  if (known !== undefined) return { type: 'on-device', batch: known.batch };
  const judged = judge(core, asked);
  if ('code' in judged) return refused(judged);
  try {
    const [batch] = await core.commit(judged.changes, 'strict');
    return batch === undefined ? refused(notStored) : { type: 'on-device', batch };
  } catch {
    return refused({ ...notStored, words: `${notStored.words} ${core.failure?.remedy ?? ''}`.trim() });
  }
}

function judge(
  core: CaseloadCore,
  { command, needs, key }: GivenCommand,
): { readonly changes: readonly StoreChange[] } | CommandRefusal {
  const { mirror, options, commands } = core;
  const by = decider(mirror.device, options.clock.now());
  if (commands === undefined) return noDecisions;
  if (by === null) return neverConnected;
  const json = JSON.stringify(command);
  if (encoding.encodeUtf8(json).length > WIRE.commandBytes) return tooLarge;
  const fault = commands.check(command);
  if (fault !== null) return fault ?? notTold;
  const record = commands.record(command);
  if (record === undefined) return notTold;
  const created = commands.records(command, factsOf(mirror, commands, record) ?? null, by);
  if (created === undefined) return notTold;
  if (!isRecordId(record) || !created.every(hasIds)) return wrongIds;
  if (!created.every(({ kind: one }) => isRecordKind(one))) return wrongKind;
  if (created.some((one) => isRecordId(one.record) && mirror.records.has(one.record))) return idTaken;
  const awaited = awaitedBy(core, record, needs);
  if (awaited === null) return needed;
  const creates = created.map((one) => one.record).filter(isRecordId);
  if (!creates.includes(record)) {
    const after = factsAfter(mirror, commands, record, command, by);
    if (after === undefined) return notTold;
    if (after === null) return doesNotApply;
  }
  const words = commands.words(command);
  if (words === undefined) return notTold;
  const entry: CommandEntry = {
    kind: 'decision',
    record,
    at: by.at,
    needs: awaited,
    attention: null,
    written: mirror.cursor,
    command: json,
    words,
    creates,
    key,
  };
  return { changes: [{ type: 'append', entry }, ...created.flatMap(rowsOf)] };
}

/** The entries that must be taken before; null where one of them will not be. */
function awaitedBy({ mirror }: CaseloadCore, record: RecordId, needs: readonly number[]): readonly number[] | null {
  const open = needs.map((need) => mirror.outbox.get(need)).filter((entry) => entry !== undefined);
  if (!open.every(isWaiting) || isForsaken(mirror, record)) return null;
  return Array.from(new Set([...open.map(({ batch }) => batch), ...creationOf(mirror, record)]));
}

/** What would be decided about a record with the command; null where it does not apply, undefined where the app cannot tell. */
function factsAfter(
  mirror: Mirror,
  commands: Commands,
  record: RecordId,
  command: Json,
  by: Decider,
): Json | undefined {
  const facts = factsOf(mirror, commands, record);
  return facts === undefined ? null : commands.fold(facts, command, by);
}

/** What is decided about a record as this device knows it, its own commands among it; undefined for nothing. */
function factsOf(mirror: Mirror, commands: Commands, record: string): Json | undefined {
  const row = isRecordId(record) ? mirror.records.get(record) : undefined;
  if (row === undefined) return undefined;
  return pendingFacts(mirror, row, waitingDecisions(mirror).get(row.record) ?? [], commands).facts;
}

const hasIds = ({ record, sections }: NewRecord): boolean =>
  isRecordId(record) && sections.every(({ section }) => isSectionId(section));

/** The rows of a record that this device uses before the server has heard of it. Its sections are empty, and held. */
function rowsOf({ record, kind, facts, sections }: NewRecord): StoreChange[] {
  if (!isRecordId(record)) return [];
  return [
    { type: 'record', record: { record, kind, facts: JSON.stringify(facts), pending: true } },
    ...sections.flatMap(({ section, name, acts }): StoreChange[] =>
      isSectionId(section)
        ? [
            {
              type: 'section',
              section: {
                section,
                record,
                name,
                epoch: 1,
                acts,
                authors: [],
                projection: null,
                stale: false,
                held: true,
                closed: [],
                pending: true,
              },
            },
          ]
        : [],
    ),
  ];
}

const refused = (refusal: CommandRefusal): DecideOutcome => ({ type: 'refused', refusals: [refusal] });

const notTold = {
  code: 'app-failed',
  words: 'This app could not tell what the decision does, so nothing is changed.',
};
const noDecisions = { code: 'no-decisions', words: 'This app was opened without commands.' };
const neverConnected = {
  code: 'never-connected',
  words: 'This device has to reach the server once before anything can be decided here.',
};
const tooLarge = { code: 'too-large', words: 'This is more than one decision may hold.' };
const wrongIds = { code: 'wrong-ids', words: 'The ids of new records are 16 random bytes as 22 characters.' };
const wrongKind = {
  code: 'wrong-kind',
  words: 'The kind of a new record is up to 40 of a-z, 0-9 and hyphens, a letter first.',
};
const idTaken = { code: 'id-taken', words: 'A record of this id is on this device already.' };
const needed = { code: 'needed', words: 'It needs something that the server has not taken.' };
const doesNotApply = { code: 'does-not-apply', words: 'It does not fit what is decided already.' };
const notStored = { code: 'not-stored', words: 'It could not be stored on this device.' };

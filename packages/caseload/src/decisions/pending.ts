import type { RecordId } from '@caseweave/protocol';
import type { Json } from '@caseweave/record';
import { parsedJson } from '../stored/parsed-json.ts';
import type { Mirror } from '../stored/mirror.ts';
import type { DeviceRow, RecordRow, WaitingEntry } from '../stored/rows.ts';
import type { Commands } from './commands.ts';
import type { Decider } from './decision-port.ts';

/** A command that the server has not confirmed. */
export interface PendingDecision {
  readonly batch: number;
  readonly words: string;
  readonly command: Json;
}

/** A command that waits, as it is stored. */
export type WaitingDecision = Extract<WaitingEntry, { readonly kind: 'decision' }>;

/** What is shown of a record. */
export interface PendingFacts {
  /** What the server says is decided, with what was decided on this device applied. */
  readonly facts: Json;
  /** What the server says; null for a record that it has not confirmed. */
  readonly confirmed: Json;
  readonly pending: readonly PendingDecision[];
}

/** The commands that wait, in order, by each record that they are about or create. */
export function waitingDecisions(mirror: Mirror): ReadonlyMap<RecordId, readonly WaitingDecision[]> {
  const byRecord = new Map<RecordId, WaitingDecision[]>();
  for (const entry of mirror.going()) {
    if (entry.kind !== 'decision') continue;
    for (const record of new Set([entry.record, ...entry.creates])) {
      byRecord.set(record, [...(byRecord.get(record) ?? []), entry]);
    }
  }
  return byRecord;
}

/** Applies commands that wait to the facts of a record. One that does not apply any more changes nothing. */
export function pendingFacts(
  { device }: Mirror,
  row: RecordRow,
  waiting: readonly WaitingDecision[],
  commands: Commands | undefined,
): PendingFacts {
  const stored = parsedJson(row.facts);
  let facts = stored;
  const pending = waiting.map((entry): PendingDecision => {
    const command = parsedJson(entry.command);
    const by = decider(device, entry.at);
    // A record that is created here has the command in its facts.
    const folds = entry.record === row.record && !entry.creates.includes(row.record) && by !== null;
    if (folds) facts = commands?.fold(facts, command, by) ?? facts;
    return { batch: entry.batch, words: entry.words, command };
  });
  return { facts, confirmed: row.pending ? null : stored, pending };
}

/** Who decides on this device; null where it has never reached the server. */
export const decider = (device: DeviceRow | null, at: number): Decider | null =>
  device === null
    ? null
    : { principal: device.principal.id, name: device.principal.name, organisation: device.principal.organisation, at };

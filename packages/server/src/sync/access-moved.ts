import { actsOn, type Principal, type RecordFacts } from '@caseweave/family';
import type { Acts, SectionId, ServerMessage } from '@caseweave/protocol';
import { sameDescription } from './same-description.ts';
import type { ReadableRecord, SectionMeta } from './read-caseload.ts';

/** What somebody is to be told after decisions about a record. */
export interface AccessMoved {
  readonly messages: readonly ServerMessage[];
  /** Sections that they may read anew: their states follow. */
  readonly entered: readonly SectionId[];
}

const nothing: Acts = { read: false, write: false, append: false };

/**
 * Compares what somebody could do with a record before decisions and can now.
 *
 * @param then - what was decided before the first of the decisions, and when that one was taken
 * @param now - what is decided now, and the moment
 * @param readable - what they may read of the record now; undefined if nothing
 */
export function accessMoved(
  principal: Principal,
  sections: readonly SectionMeta[],
  then: { readonly facts: RecordFacts | null; readonly at: number },
  now: { readonly facts: RecordFacts | undefined; readonly at: number },
  readable: ReadableRecord | undefined,
): AccessMoved {
  const messages: ServerMessage[] = [];
  const entered: SectionId[] = [];
  const headers = new Map(readable?.sections.map((header) => [header.section, header]));
  for (const { id, record, name } of sections) {
    const before = then.facts === null ? nothing : actsOn(principal, name, then.facts, then.at);
    const header = headers.get(id);
    if (header === undefined) {
      if (before.read) messages.push({ type: 'leave', record, section: id });
      continue;
    }
    if (!before.read) entered.push(id);
    if (!before.read || before.write !== header.acts.write || before.append !== header.acts.append) {
      messages.push({ type: 'enter', ...header });
    }
  }
  if (readable === undefined || now.facts === undefined) return { messages, entered };
  const isNew = sections.every(({ id }) => !headers.has(id) || entered.includes(id));
  const isSame =
    !isNew &&
    then.facts !== null &&
    sameDescription(principal, { facts: then.facts, at: then.at }, { facts: now.facts, at: now.at });
  // The facts come before the sections of the record.
  return { messages: isSame ? messages : [{ type: 'facts', ...readable.facts }, ...messages], entered };
}

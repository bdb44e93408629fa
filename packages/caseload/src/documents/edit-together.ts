import {
  editSections,
  type EditChange,
  type DraftsOf,
  type Refusal,
  type SectionSchema,
  type SectionsEditOptions,
  type SectionsEditOutcome,
  type SectionsOf,
} from '@caseweave/record';
import type { LiveSection } from './live-section.ts';

/** Edits several open sections of one record as one edit: all of it or nothing, in the documents and in the outbox. */
export function editTogether<const Schemas extends readonly SectionSchema[], Result>(
  lives: readonly (LiveSection | undefined)[],
  change: EditChange<DraftsOf<Schemas>, Result>,
  options: SectionsEditOptions<NoInfer<Schemas>>,
): SectionsEditOutcome<Result> {
  const faults = lives.map(faultOf);
  const open = lives.filter((live) => live !== undefined);
  if (open.length < lives.length || faults.some((fault) => fault !== null)) {
    const refusals = faults.flatMap((fault, section) => (fault === null ? [] : [{ ...fault, section }]));
    return { type: 'refused', refusals };
  }
  const together = open.map(({ section }) => section);
  const ends = open.map((live) => live.beginPart(together));
  let outcome: SectionsEditOutcome<Result> | undefined;
  try {
    // Each section was opened with the schema of its name, so they are the sections of these schemas.
    const sections = open.map((live) => live.whole) as unknown as SectionsOf<Schemas>;
    outcome = editSections<Schemas, Result>(sections, change, options);
    return outcome;
  } finally {
    for (const [nth, end] of ends.entries()) end(outcome?.type === 'edited' ? (outcome.changes[nth] ?? []) : []);
  }
}

function faultOf(live: LiveSection | undefined): Refusal | null {
  if (live === undefined) {
    return closed('This part of the record is not open here.', 'Wait until it has arrived, or ask who may change it.');
  }
  const writing = live.writing();
  if (writing.type === 'may-write') return null;
  return closed(writing.words, 'Keep what you wrote, and enter it where it may be written.');
}

const closed = (rule: string, remedy: string): Refusal => ({ code: 'closed', path: '', rule, remedy });

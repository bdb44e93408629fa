import type { EditOutcome, Section, SectionSchema, View } from '@caseweave/record';
import { LIMITS } from '../limits/limits.ts';
import type { ContentEdited } from '../sources/content-edits.ts';
import type { Asking } from '../viewer/asking.ts';
import type { EditOutcomeShape, ToldRefusal } from './edit-outcome.ts';

/** An edit that an operation asks for. */
export interface AskedEdit {
  /** The mutation's name and all of its arguments but the key. */
  readonly request: readonly [string, object];
  readonly key: string;
  readonly record: string;
  /** The section's name; undefined where whoever asks has none such. */
  readonly section: string | undefined;
  /** What the edit needs: adding to a log, or changing what is there. */
  readonly act: 'append' | 'write';
  readonly seen?: string | null | undefined;
  /** The row that is changed, or the first that the edit makes, or none. */
  readonly row: { readonly type: 'known'; readonly id: string } | { readonly type: 'made' } | { readonly type: 'none' };
  change(section: Section<SectionSchema>, basis: View<SectionSchema>): EditOutcome<unknown>;
}

/** Carries out an edit for whoever asks, and says what became of it. */
export async function editFor(asking: Asking, asked: AskedEdit): Promise<EditOutcomeShape> {
  const viewer = await asking.renew();
  const { sources } = asking;
  if (asked.key === '' || asked.key.length > LIMITS.key) return { type: 'refused', refusals: [badKey] };
  const { who } = viewer.me;
  const request = JSON.stringify(asked.request);
  const before = await sources.repeated({ who, key: asked.key, request });
  if (before !== undefined) return toldOf(before, asked.row);
  const known = asked.section === undefined ? undefined : await viewer.acts(asked.section, asked.record);
  if (known === undefined || !known.acts[asked.act]) return { type: 'not-allowed' };
  const seen = typeof asked.seen === 'string' ? sources.openVersion(asked.seen) : null;
  if (seen === undefined) return { type: 'refused', refusals: [badVersion] };
  const edited = await sources.edit({
    who,
    at: viewer.at,
    section: known.section,
    key: asked.key,
    request,
    seen,
    change: (section, basis) => asked.change(section, basis),
  });
  // What the operation reads after this is read afresh, and so shows the edit.
  await asking.renew();
  return toldOf(edited, asked.row);
}

function toldOf(edited: ContentEdited, row: AskedEdit['row']): EditOutcomeShape {
  switch (edited.type) {
    case 'edited':
      return { type: 'edited', position: edited.position, row: rowOf(edited.firstRow, row) };
    case 'not-admitted':
      return { type: 'refused', refusals: [notAdmitted(edited.code)] };
    case 'gone':
      return { type: 'not-allowed' };
    case 'held':
      return { type: 'held' };
    case 'refused':
    case 'key-reused':
      return edited;
  }
}

function rowOf(made: string, row: AskedEdit['row']): string | null {
  switch (row.type) {
    case 'known':
      return row.id;
    case 'made':
      return made;
    case 'none':
      return null;
  }
}

const refusal = (code: string, rule: string, remedy: string): ToldRefusal => ({ code, path: '', rule, remedy });

const badKey = refusal(
  'bad-key',
  `a key has from 1 to ${LIMITS.key} characters`,
  'Choose a random key, such as a UUID.',
);
const badVersion = refusal(
  'bad-version',
  'a version is passed on as it was given',
  'Read again, and pass on that `asOf`.',
);
const notAdmitted = (code: string): ToldRefusal =>
  refusal(code, 'the log does not take this', 'Read again and send it under a new key; if it stays, ask the operator.');

/** Refuses an edit before it is made, for something that the section itself does not know. */
export const refusedFor = (path: string, rule: string, remedy: string): EditOutcome<never> => ({
  type: 'refused',
  refusals: [{ code: 'wrong-value', path, rule, remedy }],
});

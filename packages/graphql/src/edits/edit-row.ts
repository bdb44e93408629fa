import type { EditOptions, EditOutcome, Section, SectionSchema } from '@caseweave/record';
import { refusedFor } from './edit-for.ts';
import { rowsOf, type AnyRow } from './open-draft.ts';

/** Does something to the row of an id, whichever collection or log of the section it is in. */
export function editRow(
  section: Section<SectionSchema>,
  kinds: readonly ('collection' | 'log')[],
  id: string,
  act: (row: AnyRow) => void,
  options: EditOptions<SectionSchema> = {},
): EditOutcome<unknown> {
  const lists = Object.entries(section.schema.fields).flatMap(([name, { kind }]) =>
    kinds.some((one) => one === kind) ? [name] : [],
  );
  const [first] = lists;
  if (first === undefined) return refusedFor('', 'this part of the record has no such rows', 'Name another section.');
  return section.edit((draft) => {
    // Of an id that is in none of them, the first refuses what is done to it.
    const holder = lists.find((name) => rowsOf(draft, name).has(id)) ?? first;
    act(rowsOf(draft, holder).byId(id));
  }, options);
}

import { rowOf, type AnySectionPart } from '@caseweave/model';
import type { CollectionField, LogField, EntryFields, RowFields } from '@caseweave/record';
import type { Fields } from '../builder.ts';
import { schemaOfPart } from '../names/schema-of-part.ts';
import { fieldOf, inSentence, one } from '../names/words.ts';
import { authorType } from '../people/author.ts';
import type { Tools } from '../tools.ts';
import { meaningOf } from '../values/field-meaning.ts';
import { labelOf } from '../names/label-of.ts';
import { momentOf } from '../values/moment-of.ts';
import { fieldsOf } from '../values/section-fields.ts';
import type { RowReading } from '../viewer/reading.ts';
import { writtenIn, writtenType } from './written.ts';

/** The rows or entries of a section: what is declared of them. */
export interface DeclaredRows {
  readonly part: AnySectionPart;
  readonly name: string;
  readonly field: CollectionField<RowFields> | LogField<EntryFields>;
}

/** All rows and entries that a part declares. */
export const rowsOfPart = (part: AnySectionPart): readonly DeclaredRows[] =>
  Object.entries(schemaOfPart(part).fields).flatMap(([name, field]) =>
    field.kind === 'collection' || field.kind === 'log' ? [{ part, name, field }] : [],
  );

/** Declares the type of rows or entries, from what the section declares of them. */
export function rowType(tools: Tools, { part, name, field }: DeclaredRows): void {
  const label = labelOf(name, field);
  const isLog = field.kind === 'log';
  const own = fieldsOf<RowReading>(tools, {
    part,
    of: tools.names.rows.get(`${rowOf(part)} ${name}`) ?? name,
    fields: field.fields,
    where: `of ${one(label)}, in the section ${part.title}`,
    in: ({ row, of }) => ({ values: row, of }),
  });
  const paths: readonly (readonly [string, string])[] = isLog
    ? [['entry', name]]
    : Object.entries(field.fields).flatMap(([column, declared]) =>
        ['value', 'ref'].includes(meaningOf('', column, declared).type)
          ? [[fieldOf(column), `${name}.${column}`] as const]
          : [],
      );
  const Written = writtenType(tools);
  const entry = isLog ? entryFields(tools, name) : () => ({});
  tools.types.rows(rowOf(part), name).implement({
    description: `${isLog ? 'An entry' : 'A row'} “${inSentence(label)}” in the section ${part.title}.`,
    fields: (t) => ({
      id: t.id({ description: `The id of the ${isLog ? 'entry' : 'row'}.`, resolve: ({ row }) => row.id }),
      ...own(t),
      ...entry(t),
      struck: t.string({
        nullable: true,
        description: 'Why somebody struck it, where it is still shown because of what they had not seen.',
        resolve: ({ row }) => row.struck?.why,
      }),
      written: t.field({
        type: [Written],
        description: 'Who wrote what counts in it, when and why.',
        resolve: (reading) => writtenIn(reading, paths),
      }),
    }),
  });
}

/** What entries of a log have beside what they say. */
function entryFields(tools: Tools, name: string) {
  const Author = authorType(tools);
  return (t: Fields<RowReading>) => ({
    addenda: t.stringList({
      description: 'What its author added to it later, in order.',
      resolve: ({ row }) => (Array.isArray(row['addenda']) ? row['addenda'].map(String) : []),
    }),
    author: t.field({
      type: Author,
      nullable: true,
      description: 'Who wrote it, where you are told.',
      resolve: ({ row, of }) => of.section.provenance(row.id, name)[0]?.author ?? null,
    }),
    writtenAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: "When it was written, by the clock of the writer's device.",
      resolve: ({ row, of }) => momentOf(of.section.provenance(row.id, name)[0]?.at),
    }),
  });
}

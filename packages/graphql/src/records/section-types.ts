import { rowOf, type AnySectionPart, type NamedSection } from '@caseweave/model';
import { readSection, type SectionSchema } from '@caseweave/record';
import * as Y from 'yjs';
import type { Fields } from '../builder.ts';
import { schemaOfPart } from '../names/schema-of-part.ts';
import { inSentence } from '../names/words.ts';
import { openQuestionType } from '../rows/open-question.ts';
import { rowsOfPart, rowType } from '../rows/row-types.ts';
import { rowsFields } from '../rows/rows-fields.ts';
import type { Tools } from '../tools.ts';
import { outputField } from '../values/output-field.ts';
import { outputOf } from '../values/output.ts';
import { fieldsOf } from '../values/section-fields.ts';
import { parameterName } from './parameter-name.ts';
import type { ReadableRecord, SectionReading } from '../viewer/reading.ts';
import type { Viewer } from '../viewer/viewer.ts';

/** What a section costs, among the fields of an operation: its document is opened. */
export const SECTION_COST = { field: 20, multiplier: 1 } as const;

/** Declares the type of a section, with those of its rows. */
export function sectionType(tools: Tools, part: AnySectionPart): void {
  const { title, about } = part;
  const type = tools.types.section(rowOf(part));
  const own = fieldsOf<SectionReading>(tools, {
    part,
    of: tools.names.sections.get(rowOf(part))?.type ?? title,
    fields: schemaOfPart(part).fields,
    where: `in the section ${title}`,
    in: (reading) => ({ values: reading.view, of: reading }),
  });
  for (const rows of rowsOfPart(part)) rowType(tools, rows);
  const rows = rowsFields(tools, part);
  const parameter = parameterField(tools, part);
  const OpenQuestion = openQuestionType(tools);
  type.implement({
    description: about,
    fields: (t) => ({
      ...parameter(t),
      questions: t.field({
        type: [OpenQuestion],
        description: `What was written in the section ${title} in two ways at once and waits for a person to settle it.`,
        resolve: ({ questions }) => questions,
      }),
      ...own(t),
      ...rows(t),
    }),
  });
}

/** Of sections that are alike, each tells which it is. */
function parameterField(tools: Tools, part: AnySectionPart) {
  if (part.type === 'section') return () => ({});
  const kind = part.parameter.valueKind;
  const output = outputOf(tools, kind, `${part.title} parameter`);
  const name = parameterName(tools, part);
  return (t: Fields<SectionReading>) => ({
    [name]: outputField(t, output, {
      description: `Which of the sections ${part.title} it is: ${inSentence(name)}.`,
      of: ({ named, record }) => ({ value: named.parameter, record, as: 'written' }),
    }),
  });
}

/** Reads a section of a record; null where nothing may be read, or nothing is written. */
export async function readingOf(
  viewer: Viewer,
  named: NamedSection,
  record: ReadableRecord,
): Promise<SectionReading | null> {
  const reading = await viewer.read(named, record);
  return reading === undefined || saysNothing(reading) ? null : reading;
}

const empty = new WeakMap<SectionSchema, string>();

/** Whether nothing is written: said as null, so that an empty section does not differ from a hidden one. */
function saysNothing({ view, named: { schema } }: SectionReading & { readonly named: NamedSection }): boolean {
  const nothing = empty.get(schema) ?? JSON.stringify(readSection(schema, new Y.Doc()));
  empty.set(schema, nothing);
  return JSON.stringify(view) === nothing;
}

import { rowOf, type AnySectionPart, type PlainField } from '@caseweave/model';
import type { SectionField, RowField, EntryField, RefTarget } from '@caseweave/record';
import { together, type Fields, type FieldsMade } from '../builder.ts';
import { fieldOf } from '../names/words.ts';
import type { Tools } from '../tools.ts';
import { rowOfId, type RowReading, type SectionReading } from '../viewer/reading.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { meaningOf } from './field-meaning.ts';
import { labelOf } from '../names/label-of.ts';
import { outputField } from './output-field.ts';
import { outputOf } from './output.ts';

interface DeclaredFields<Parent> {
  readonly part: AnySectionPart;
  /** The type that they are fields of. */
  readonly of: string;
  readonly fields: Readonly<Record<string, SectionField | RowField | EntryField>>;
  /** What they are fields of, in a sentence. */
  readonly where: string;
  /** Their values, by name, and the section in which they stand. */
  in(parent: Parent): { readonly values: unknown; readonly of: SectionReading };
}

/** The fields of a type over what a section, or a row of it, holds: all but rows, and what does not say what it holds. */
export function fieldsOf<Parent>(
  tools: Tools,
  { part, of, fields, where, in: read }: DeclaredFields<Parent>,
): (t: Fields<Parent>) => FieldsMade {
  const made = Object.entries(fields).flatMap(([name, declared]) =>
    declared.kind === 'collection' || declared.kind === 'log' ? [] : [oneField(name, declared)],
  );

  function oneField(name: string, declared: PlainField): (t: Fields<Parent>) => FieldsMade {
    const meaning = meaningOf(of, name, declared);
    const description = `“${labelOf(name, declared)}” ${where}.`;
    const valueIn = (parent: Parent): unknown => memberIn(read(parent).values, name);
    switch (meaning.type) {
      case 'unsaid':
      case 'position':
        return () => ({});
      case 'text':
        return (t: Fields<Parent>) => ({
          [fieldOf(name)]: t.string({
            description: `${description.slice(0, -1)}, as plain text.`,
            resolve: (parent) => plainText(valueIn(parent)),
          }),
        });
      case 'value': {
        const output = outputOf(tools, meaning.kind, `${of} ${name}`);
        return (t: Fields<Parent>) => ({
          [fieldOf(name)]: outputField(t, output, {
            description,
            isSet: meaning.isSet || output.isList,
            of: (parent) => ({ value: valueIn(parent), record: read(parent).of.record, as: 'written' }),
          }),
        });
      }
      case 'ref': {
        const { target, isSet } = meaning;
        const row = target.type === 'own' ? rowOf(part) : target.section;
        const type = tools.types.rows(row, target.rows);
        const lead = async (parent: Parent, viewer: Viewer): Promise<readonly RowReading[]> => {
          const reading = await sectionOf(read(parent).of, target, viewer);
          const value = valueIn(parent);
          const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
          return reading === undefined ? [] : ids.flatMap((id) => rowOfId(reading, target.rows, id) ?? []);
        };
        return (t: Fields<Parent>) => ({
          [fieldOf(name)]: isSet
            ? t.field({
                type: [type],
                description,
                resolve: async (parent, _, { asking: { viewer } }) => lead(parent, viewer),
              })
            : t.field({
                type,
                nullable: true,
                description,
                resolve: async (parent, _, { asking: { viewer } }) => (await lead(parent, viewer))[0],
              }),
        });
      }
    }
  }

  return (t) => together(made.map((make) => make(t)));
}

/** The section that a reference leads to, where whoever asks may read it. */
async function sectionOf(of: SectionReading, target: RefTarget, viewer: Viewer): Promise<SectionReading | undefined> {
  if (target.type === 'own') return of;
  const named = viewer.model.section(target.section);
  return named === undefined ? undefined : viewer.read(named, of.record);
}

const memberIn = (values: unknown, name: string): unknown =>
  typeof values === 'object' && values !== null ? (values as Readonly<Record<string, unknown>>)[name] : undefined;

/** A text as it reads without formatting. */
function plainText(value: unknown): string {
  if (typeof value === 'string') return value;
  const text = memberIn(value, 'text');
  return typeof text === 'string' ? text : '';
}

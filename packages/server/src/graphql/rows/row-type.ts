import type { EntryField, RowField, SectionSchema } from '@caseweave/record';
import { builder } from '../builder.ts';
import { holdsValues, typeOf, type ValueField } from '../inputs/field-types.ts';
import { Author } from '../types/author.ts';
import { Coded } from '../types/coded.ts';
import { Named } from '../types/named.ts';
import { Person } from '../types/person-ref.ts';
import { momentOf } from '../types/moment-of.ts';
import { Written } from '../types/written.ts';
import { declaredRows } from './declared-rows.ts';
import { namedAround, peopleAround } from './references.ts';
import type { RowReading } from './row-reading.ts';

/** Says what is written of a row's values: who, when and why. */
function writtenOf({ row, of }: RowReading, paths: readonly (readonly [field: string, path: string])[]) {
  return paths.flatMap(([field, path]) =>
    of.section.provenance(row.id, path).map((written) => ({ field, provenance: written })),
  );
}

/** The paths of the values of rows, as they are asked for where they come from. */
function pathsOf(schema: SectionSchema, rows: string): readonly (readonly [string, string])[] {
  if (schema.fields[rows]?.kind === 'log') return [['entry', rows]];
  return Object.entries(declaredRows(schema, rows)).flatMap(([name, field]) =>
    holdsValues(field) ? [[name, `${rows}.${name}`] as const] : [],
  );
}

/**
 * The GraphQL type of the rows or entries of a section, made from what the section declares.
 *
 * @param links - fields that name rows of the same section: they are declared beside
 */
export function rowType(
  schema: SectionSchema,
  rows: string,
  name: string,
  description: string,
  links: readonly string[] = [],
) {
  const declared = Object.entries<RowField | EntryField>(declaredRows(schema, rows)).filter(
    ([own]) => !links.includes(own),
  );
  const paths = pathsOf(schema, rows);
  const isLog = schema.fields[rows]?.kind === 'log';
  return builder.objectRef<RowReading>(name).implement({
    description,
    fields: (t) => {
      const valueField = (own: string, field: ValueField) => {
        const description = `${field.options.label ?? own}.`;
        const words = field.options.words?.bind(field.options);
        const coded = (value: unknown) => ({ code: String(value), words: words?.(value as never) ?? String(value) });
        const type = typeOf(field);
        const scalar = typeof type === 'object' ? 'Coded' : type;
        const valueOf = ({ row }: RowReading): unknown => row[own] ?? null;
        const listOf = ({ row }: RowReading): readonly unknown[] => (Array.isArray(row[own]) ? row[own] : []);
        const idsOf = (reading: RowReading) => listOf(reading).filter((id) => typeof id === 'string');
        const idOf = (reading: RowReading) => [valueOf(reading)].filter((id) => typeof id === 'string');
        if (field.kind === 'set') {
          if (scalar === 'Coded')
            return t.field({ type: [Coded], description, resolve: (one) => listOf(one).map(coded) });
          if (scalar !== 'ID')
            return t.field({ type: ['String'], description, resolve: (one) => listOf(one).map(String) });
          return own === 'about'
            ? t.field({
                type: [Person],
                description,
                resolve: (one, _, { asking: { viewer } }) => peopleAround(viewer, one.of.facts, idsOf(one)),
              })
            : t.field({
                type: [Named],
                description,
                resolve: (one, _, { asking: { viewer } }) => namedAround(viewer, one.of.facts, idsOf(one)),
              });
        }
        const nullable = true;
        switch (scalar) {
          case 'Coded':
            return t.field({
              type: Coded,
              nullable,
              description,
              resolve: (one) => (valueOf(one) === null ? null : coded(valueOf(one))),
            });
          case 'ID':
            return ofFamily.has(own)
              ? t.field({
                  type: Person,
                  nullable,
                  description,
                  resolve: async (one, _, { asking: { viewer } }) =>
                    (await peopleAround(viewer, one.of.facts, idOf(one)))[0],
                })
              : t.field({
                  type: Named,
                  nullable,
                  description,
                  resolve: async (one, _, { asking: { viewer } }) =>
                    (await namedAround(viewer, one.of.facts, idOf(one)))[0],
                });
          case 'Date':
          case 'String':
            return t.field({ type: scalar, nullable, description, resolve: (one) => valueOf(one) as string | null });
          case 'Float':
            return t.field({ type: scalar, nullable, description, resolve: (one) => valueOf(one) as number | null });
          case 'Boolean':
            return t.field({ type: scalar, nullable, description, resolve: (one) => valueOf(one) as boolean | null });
        }
      };
      const values = declared.flatMap(([own, field]) =>
        field.kind !== 'position' && holdsValues(field) ? [[own, valueField(own, field)] as const] : [],
      );
      const texts = declared.flatMap(([own, { kind, options }]) =>
        kind === 'text'
          ? [
              [
                own,
                t.string({ description: `${options.label ?? 'Words'}.`, resolve: ({ row }) => textOf(row[own]) }),
              ] as const,
            ]
          : [],
      );
      return {
        id: t.id({ description: 'Its id.', resolve: ({ row }) => row.id }),
        ...Object.fromEntries([...values, ...texts]),
        ...(isLog
          ? {
              addenda: t.stringList({
                description: 'What its author added to it later, in order.',
                resolve: ({ row }) => (Array.isArray(row['addenda']) ? row['addenda'].map(textOf) : []),
              }),
              author: t.field({
                type: Author,
                nullable: true,
                description: 'Who wrote it, where you are told.',
                resolve: ({ row, of }) => of.section.provenance(row.id, rows)[0]?.author ?? null,
              }),
              writtenAt: t.field({
                type: 'DateTime',
                nullable: true,
                description: "When it was written, by the clock of the writer's device.",
                resolve: ({ row, of }) => momentOf(of.section.provenance(row.id, rows)[0]?.at),
              }),
            }
          : {}),
        struck: t.string({
          nullable: true,
          description: 'Why somebody struck it, where it is still shown because of what they had not seen.',
          resolve: ({ row }) => row.struck?.why,
        }),
        written: t.field({
          type: [Written],
          description: 'Who wrote what counts in it, when and why.',
          resolve: (reading) => writtenOf(reading, paths),
        }),
      };
    },
  });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

// Registers whose id is of somebody in the family; others may also name somebody who works with it.
const ofFamily: ReadonlySet<string> = new Set(['subject', 'from', 'to']);

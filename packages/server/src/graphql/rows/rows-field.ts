import type { SectionSchema } from '@caseweave/record';
import { builder } from '../builder.ts';
import type { enumWithWords } from '../inputs/code-enums.ts';
import { holdsValues, typeOf, type ValueField } from '../inputs/field-types.ts';
import { LIMITS } from '../limits/limits.ts';
import { pageOfRows } from '../pages/page-of-rows.ts';
import { pageSize, type Page, type PageArgs } from '../pages/page.ts';
import { declaredRows } from './declared-rows.ts';

type Wanted = Readonly<Record<string, unknown>>;
type Test = (row: Readonly<Record<string, unknown>>, wanted: Wanted) => boolean;

/** What a field over the rows of a section takes and does: filters made from what the section declares, and pages. */
export function rowsField(schema: SectionSchema, rows: string, one: string) {
  const filters = Object.entries(declaredRows(schema, rows)).flatMap(([name, field]) =>
    field.kind !== 'position' && holdsValues(field) ? filtersOf(name, field) : [],
  );
  const filter = builder.inputType(`${one}Filter`, {
    description: 'What to keep: all that is said here must be so.',
    fields: (t) =>
      Object.fromEntries(
        filters.map(({ argument, type, isList, description }) => [
          argument,
          isList ? t.field({ type: [type], description }) : t.field({ type, description }),
        ]),
      ),
  });
  return {
    args: builder.args((t) => ({
      filter: t.field({ type: filter, description: 'What to keep.' }),
      first: t.int({
        description: `How many a page holds: ${LIMITS.pageDefault} unless said, ${LIMITS.page} at most.`,
      }),
      after: t.string({ description: 'The `endCursor` of the page before.' }),
    })),
    complexity: ({ first }: PageArgs) => ({ field: 3, multiplier: pageSize(first) }),
    page<Row extends { readonly id: string }>(
      all: readonly Row[],
      { filter: wanted, ...page }: PageArgs & { readonly filter?: Wanted | null | undefined },
    ): Page<Row> {
      const asked = filters.filter(({ argument }) => wanted?.[argument] !== undefined && wanted[argument] !== null);
      const kept = all.filter((row) => asked.every(({ keeps }) => keeps({ ...row }, wanted ?? {})));
      return pageOfRows(kept, page);
    },
  };
}

interface Filter {
  readonly argument: string;
  readonly type: NonNullable<ReturnType<typeof enumWithWords>> | 'ID' | 'Date' | 'Boolean';
  readonly isList: boolean;
  readonly description: string;
  readonly keeps: Test;
}

function filtersOf(name: string, field: ValueField): readonly Filter[] {
  const label = field.options.label ?? name;
  const type = typeOf(field);
  if (typeof type === 'object') {
    return [{ argument: name, type, isList: true, description: `${label}: any of these.`, keeps: anyOf(name) }];
  }
  switch (type) {
    case 'Date':
      return [
        {
          argument: `${name}From`,
          type: 'Date',
          isList: false,
          description: `${label}: on this day or after.`,
          keeps: (row, wanted) =>
            textIn(row, name) !== null && String(textIn(row, name)) >= String(wanted[`${name}From`]),
        },
        {
          argument: `${name}To`,
          type: 'Date',
          isList: false,
          description: `${label}: on this day or before.`,
          keeps: (row, wanted) =>
            textIn(row, name) !== null && String(textIn(row, name)) <= String(wanted[`${name}To`]),
        },
      ];
    case 'ID':
      return [{ argument: name, type: 'ID', isList: true, description: `${label}: any of these.`, keeps: anyOf(name) }];
    case 'Boolean':
    case 'Float':
    case 'String':
      return [];
  }
}

const textIn = (row: Wanted, name: string): string | null => {
  const value = row[name];
  return typeof value === 'string' ? value : null;
};

/** Keeps rows whose value is among the wanted ones, or one of whose members is. */
const anyOf =
  (name: string): Test =>
  (row, wanted) => {
    const value = row[name];
    const list = wanted[name];
    const all = Array.isArray(list) ? list : [];
    return Array.isArray(value) ? value.some((member) => all.includes(member)) : all.includes(value);
  };

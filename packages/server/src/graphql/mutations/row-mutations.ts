import type { CollectionField, LogField, EntryFields, RowFields, SectionSchema } from '@caseweave/record';
import { builder } from '../builder.ts';
import { valuesInput } from '../inputs/values-input.ts';
import { carryOut, type AskedEdit } from './carry-out.ts';
import { EditOutcome } from './edit-outcome.ts';
import { EDIT_ARGS, EDIT_COST, named, recordOf, type Target } from './edit-args.ts';
import { rowsOf, writeValues } from './open-draft.ts';

/** What mutations are made for the rows or entries of a section. */
export interface RowMutations {
  readonly schema: SectionSchema;
  /** Where the section's name hangs on who asks: the notes of one's own agency. */
  readonly section?: AskedEdit['section'];
  readonly target: Target;
  /** The collection or log in the section. */
  readonly rows: string;
  /** One of them, as the mutations call it: `Need` makes `addNeed` and `changeNeed`. */
  readonly one: string;
  readonly adds: string;
  readonly changes?: string;
  /** How an entry is added, where that says more than the entry itself. */
  readonly append?: (draft: unknown, entry: object) => string;
  /** Of a new row, the fields that must be filled in. */
  readonly required?: readonly string[];
}

/** Declares the mutation that adds a row or an entry and, where rows change, the one that changes it. */
export function rowMutations(declared: RowMutations): void {
  const field = declared.schema.fields[declared.rows];
  if (field?.kind === 'log') addEntry(declared, field);
  else if (field?.kind === 'collection') {
    addRow(declared, field);
    changeRow(declared, field);
  } else throw new Error(`The section ${declared.schema.name} has no rows called ${declared.rows}.`);
}

function addEntry(declared: RowMutations, { fields }: LogField<EntryFields>): void {
  const input = valuesInput(`New${declared.one}`, {
    description: 'What an entry says. It is written once and never changes; one written in error can be struck.',
    fields,
    required: 'as-an-entry',
    texts: false,
  });
  const { append = (draft: unknown, entry: object) => rowsOf(draft, declared.rows).append(entry) } = declared;
  add(declared, input, 'append', (draft, values) => append(draft, { ...emptySets(fields), ...given(values) }));
}

function addRow(declared: RowMutations, { fields }: CollectionField<RowFields>): void {
  const input = valuesInput(`New${declared.one}`, {
    description: 'What a new row says. What is left out can be filled in later.',
    fields,
    required: declared.required ?? [],
    texts: true,
  });
  add(declared, input, 'write', (draft, values) => rowsOf(draft, declared.rows).add(given(values)));
}

function add(
  { schema, section = schema.name, target, one, adds }: RowMutations,
  input: ReturnType<typeof valuesInput>,
  act: 'append' | 'write',
  write: (draft: unknown, values: object) => string,
): void {
  const name = `add${one}`;
  builder.mutationField(name, (t) =>
    t.field({
      type: EditOutcome,
      description: adds,
      complexity: EDIT_COST,
      args: {
        key: t.arg.id({ required: true, description: EDIT_ARGS.key }),
        ...named(target, t.arg.id({ required: true, description: EDIT_ARGS[target] })),
        values: t.arg({ type: input, required: true, description: EDIT_ARGS.values }),
      },
      resolve: (_, { key, values, ...args }, { asking }) =>
        carryOut(asking, {
          request: [name, { args, values }],
          key,
          record: recordOf(target, args),
          section,
          act,
          row: { type: 'made' },
          change: (open) => open.edit((draft) => write(draft, values)),
        }),
    }),
  );
}

function changeRow({ schema, target, rows, one, changes }: RowMutations, { fields }: CollectionField<RowFields>): void {
  const name = `change${one}`;
  const input = valuesInput(`${one}Changes`, {
    description:
      'What is to change: what is left out stays as it is, null clears a value, a list takes the place of the old one.',
    fields,
    required: [],
    texts: false,
  });
  builder.mutationField(name, (t) =>
    t.field({
      type: EditOutcome,
      description: changes ?? `Changes what is written in one that \`add${one}\` made.`,
      complexity: EDIT_COST,
      args: {
        key: t.arg.id({ required: true, description: EDIT_ARGS.key }),
        ...named(target, t.arg.id({ required: true, description: EDIT_ARGS[target] })),
        row: t.arg.id({ required: true, description: EDIT_ARGS.row }),
        values: t.arg({ type: input, required: true, description: EDIT_ARGS.changes }),
        seen: t.arg({ type: 'Version', description: EDIT_ARGS.seen }),
        reason: t.arg.string({ description: EDIT_ARGS.reason }),
      },
      resolve: (_, { key, row, values, seen, reason, ...args }, { asking }) =>
        carryOut(asking, {
          request: [name, { args, row, values, seen, reason }],
          key,
          record: recordOf(target, args),
          section: schema.name,
          act: 'write',
          seen,
          row: { type: 'known', id: row },
          change: (section, basis) =>
            section.edit((draft) => writeValues(rowsOf(draft, rows).byId(row), values), {
              basis,
              ...(typeof reason === 'string' && { reason }),
            }),
        }),
    }),
  );
}

/** A form's nulls say nothing: what a new row leaves out is left out. */
const given = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

const emptySets = (fields: EntryFields): object =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, { kind }]) => (kind === 'set' ? [[name, []]] : [])));

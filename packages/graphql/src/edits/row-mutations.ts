import { rowOf } from '@caseweave/model';
import type { EntryFields } from '@caseweave/record';
import { one } from '../names/words.ts';
import type { DeclaredRows } from '../rows/row-types.ts';
import type { Tools } from '../tools.ts';
import { labelOf } from '../names/label-of.ts';
import { EDIT_ARGS, EDIT_COST, type EditArgs } from './edit-args.ts';
import { editFor } from './edit-for.ts';
import { editOutcomeType } from './edit-outcome.ts';
import { rowsOf, writeValues } from './open-draft.ts';
import { sectionArgument } from './section-argument.ts';
import { valuesInput } from './values-input.ts';

/** Declares the mutation that adds a row or an entry and, where rows change, the one that changes it. */
export function rowMutations(tools: Tools, rows: DeclaredRows): void {
  addRow(tools, rows);
  if (rows.field.kind === 'collection') changeRow(tools, rows);
}

function addRow(tools: Tools, { part, name: rows, field }: DeclaredRows): void {
  const type = tools.names.rows.get(`${rowOf(part)} ${rows}`) ?? rows;
  const isEntry = field.kind === 'log';
  const input = valuesInput(tools, `New${type}`, {
    description: isEntry
      ? 'What an entry says. It is written once and never changes; one written in error can be struck.'
      : 'What a new row says. What is left out can be filled in later.',
    of: type,
    fields: field.fields,
    isEntry,
    hasTexts: !isEntry,
  });
  const name = `add${type}`;
  const section = sectionArgument(tools, part);
  tools.builder.mutationField(name, (t) =>
    t.field({
      type: editOutcomeType(tools),
      description: `Adds ${one(labelOf(rows, field))} to the section ${part.title}.`,
      complexity: EDIT_COST,
      args: {
        key: t.arg.id({ required: true, description: EDIT_ARGS.key }),
        ...section.args,
        ...(input !== undefined && {
          values: t.arg({ type: input.type, required: true, description: EDIT_ARGS.values }),
        }),
      },
      resolve: (_, all, { asking }) => {
        const { key, values, ...args } = all as unknown as EditArgs;
        const given = input?.valuesOf(values ?? {}) ?? {};
        return editFor(asking, {
          request: [name, { args, values }],
          key,
          record: section.recordIn(args),
          section: section.nameIn(args, asking.viewer),
          act: isEntry ? 'append' : 'write',
          row: { type: 'made' },
          change: (open) =>
            open.edit((draft) => {
              if (!isEntry) return rowsOf(draft, rows).add(said(given));
              const entry = { ...emptySets(field.fields), ...said(given) };
              const append = tools.appends.get(`${rowOf(part)} ${rows}`);
              return append === undefined ? rowsOf(draft, rows).append(entry) : append(draft, entry);
            }),
        });
      },
    }),
  );
}

function changeRow(tools: Tools, { part, name: rows, field }: DeclaredRows): void {
  const type = tools.names.rows.get(`${rowOf(part)} ${rows}`) ?? rows;
  const input = valuesInput(tools, `${type}Changes`, {
    description:
      'What is to change: what is left out stays as it is, null clears a value, a list takes the place of the old one.',
    of: type,
    fields: field.fields,
    isEntry: false,
    hasTexts: false,
  });
  if (input === undefined) return;
  const name = `change${type}`;
  const section = sectionArgument(tools, part);
  tools.builder.mutationField(name, (t) =>
    t.field({
      type: editOutcomeType(tools),
      description: `Changes what is written in ${one(labelOf(rows, field))} of the section ${part.title}.`,
      complexity: EDIT_COST,
      args: {
        key: t.arg.id({ required: true, description: EDIT_ARGS.key }),
        ...section.args,
        row: t.arg.id({ required: true, description: EDIT_ARGS.row }),
        values: t.arg({ type: input.type, required: true, description: EDIT_ARGS.changes }),
        seen: t.arg({ type: 'Version', description: EDIT_ARGS.seen }),
        reason: t.arg.string({ description: EDIT_ARGS.reason }),
      },
      resolve: (_, all, { asking }) => {
        const { key, row = '', values, seen, reason, ...args } = all as unknown as EditArgs;
        return editFor(asking, {
          request: [name, { args, row, values, seen, reason }],
          key,
          record: section.recordIn(args),
          section: section.nameIn(args, asking.viewer),
          act: 'write',
          seen,
          row: { type: 'known', id: row },
          change: (open, basis) =>
            open.edit((draft) => writeValues(rowsOf(draft, rows).byId(row), input.valuesOf(values ?? {})), {
              basis,
              ...(typeof reason === 'string' && { reason }),
            }),
        });
      },
    }),
  );
}

/** A form's nulls say nothing: what a new row leaves out is left out. */
const said = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

const emptySets = (fields: EntryFields): object =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, { kind }]) => (kind === 'set' ? [[name, []]] : [])));

import type { CodeList } from '@caseweave/model';
import type { SectionSchema } from '@caseweave/record';
import type { GraphQLContext } from '../builder.ts';
import { decidedType } from '../decisions/decision-outcome.ts';
import { EDIT_ARGS, EDIT_COST } from '../edits/edit-args.ts';
import { editFor } from '../edits/edit-for.ts';
import { editOutcomeType } from '../edits/edit-outcome.ts';
import { listCost, listedPart, searchedMembers } from '../lists/list-fields.ts';
import { readList } from '../lists/read-list.ts';
import { connectionOf } from '../pages/connection.ts';
import { LIST_ARGS } from '../pages/page-arguments.ts';
import { namedType } from '../people/named.ts';
import type { Tools } from '../tools.ts';
import { codedOf, codeTypes } from '../values/code-types.ts';
import { Viewer } from '../viewer/viewer.ts';
import type { ExtraList, ExtraTools, Reader } from './extra-tools.ts';

/** Makes what a domain declares its extras with. */
export function toolsForExtras(tools: Tools): ExtraTools {
  const { model, types, names } = tools;
  const made = {
    builder: tools.builder,
    model,
    who: types.who,
    kind: (name: string) => types.kind(name),
    unit: (name: string) => types.unit(name),
    section: ({ name }: SectionSchema) => types.section(name),
    rows: ({ name }: SectionSchema, field: string) => types.rows(name, field),
    codes: (list: CodeList) => codeTypes(tools, list),
    named: (kind: string) => namedType(tools, kind),
    decided: decidedType(tools),
    editOutcome: editOutcomeType(tools),
    listArgs: { ...LIST_ARGS, cost: listCost },
    editArgs: { ...EDIT_ARGS, cost: EDIT_COST },
    connection: (kind: string) => connectionOf(tools, names.kinds.get(kind)?.type ?? kind, types.kind(kind)),
  };
  const readers: Pick<ExtraTools, 'codedOf' | 'namedOf' | 'read' | 'inBrief' | 'list' | 'edit' | 'append'> = {
    codedOf,
    async namedOf(reader, id, kind, record) {
      const who = await reader.namedPerson(id, record);
      if (who !== undefined) return { type: 'who', who };
      const found = await reader.linked(id, kind, record);
      return found === undefined ? undefined : { type: 'record', record: found };
    },
    async read(reader, { name }, record) {
      const named = model.section(name);
      // The reading is of the schema's own section, so it has its types.
      return (named === undefined ? undefined : await viewerOf(reader).read(named, record)) as never;
    },
    inBrief: (reader, { name }, record) => viewerOf(reader).inBrief(name, record.id),
    list: (reader, list) => listFor(tools, viewerOf(reader), list),
    edit: (context, { section: { name }, row, change, ...asked }) =>
      editFor((context as unknown as GraphQLContext).asking, {
        ...asked,
        section: name,
        row: row === undefined ? { type: 'made' } : { type: 'known', id: row },
        // What is opened is the schema's own section.
        change: (open, basis) => change(open as never, basis),
      }),
    append: ({ name }, field, add) => {
      tools.appends.set(`${name} ${field}`, (draft, entry) => add(draft as never, entry));
    },
  };
  // The same types and builder, but for what their resolvers are said to be handed.
  return { ...made, ...readers } as unknown as ExtraTools;
}

/** A reader is a viewer of which less is shown. */
function viewerOf(reader: Reader): Viewer {
  if (reader instanceof Viewer) return reader;
  throw new TypeError('This is no reader: hand on the one that the resolver was handed.');
}

function listFor({ model }: Tools, viewer: Viewer, { kind, order, tests = [], narrowed, ...page }: ExtraList) {
  const section = listedPart(model, kind)?.schema.name ?? null;
  return readList(viewer, {
    asked: { kind, section, order: order ?? null, tests, facts: narrowed?.facts ?? {} },
    searched: searchedMembers(model),
    ...page,
    ...(narrowed !== undefined && { keeps: narrowed.isTold }),
  });
}

import type { AnyKind, Model, SectionPart } from '@caseweave/model';
import type { Json } from '@caseweave/record';
import { inSentence, valueName } from '../names/words.ts';
import { connectionOf } from '../pages/connection.ts';
import { LIST_ARGS, pageArguments } from '../pages/page-arguments.ts';
import { pageSize, type PageArgs } from '../pages/page.ts';
import { filterInput, type Wanted } from '../rows/row-filter.ts';
import type { ListAsked, SearchedMembers } from '../sources/record-lists.ts';
import type { Tools } from '../tools.ts';
import { memberOf } from '../viewer/told.ts';
import { factsOf, listFilters } from './list-filters.ts';
import { readList } from './read-list.ts';

/** Declares for each kind the list of its records: narrowed, ordered and searched by what the model shows in lists. */
export function listFields(tools: Tools): void {
  for (const kind of tools.model.kinds.values()) listField(tools, kind);
}

/** The section that a list of a kind goes by: the first of which lists show something. */
export const listedPart = ({ parts }: Model, kind: string): SectionPart | undefined =>
  parts.find((part): part is SectionPart => part.type === 'section' && part.kind === kind && part.list !== null);

/** The members of what lists show by which records are searched, by section. */
export const searchedMembers = ({ parts }: Model): SearchedMembers =>
  Object.fromEntries(
    parts.flatMap((part) => {
      if (part.type !== 'section' || part.list === null) return [];
      const members = Object.entries(part.list.fields).flatMap(([name, { isSearched }]) => (isSearched ? [name] : []));
      return members.length === 0 ? [] : [[part.schema.name, members] as const];
    }),
  );

/** What a list costs: filtering and searching go over all that may concern somebody, whatever the page. */
export const listCost = ({ first }: PageArgs) => ({ field: 500, multiplier: pageSize(first) });

interface ListArgs extends PageArgs {
  readonly search?: string | null;
  readonly filter?: Wanted | null;
  readonly order?: string | null;
}

function listField(tools: Tools, kind: AnyKind): void {
  const names = tools.names.kinds.get(kind.name);
  if (names === undefined) return;
  const part = listedPart(tools.model, kind.name);
  const filters = listFilters(tools, kind, part);
  const filter = filters.length === 0 ? undefined : filterInput(tools, names.type, filters);
  const order = orderType(tools, names.type, part);
  const searched = searchedMembers(tools.model);
  const section = part === undefined ? null : part.schema.name;
  const readable = part === undefined ? 'something' : `the section ${part.title}`;
  const pages = tools.builder.args(pageArguments);
  tools.builder.queryField(names.many, (t) =>
    t.field({
      type: connectionOf(tools, names.type, tools.types.kind(kind.name)),
      description: `All of “${inSentence(kind.title)}” of which you may read ${readable}, in the order of their ids unless said.`,
      args: {
        ...(Object.keys(searched).length > 0 && {
          search: t.arg.string({ description: LIST_ARGS.search }),
        }),
        ...(filter !== undefined && { filter: t.arg({ type: filter, description: 'What to keep of them.' }) }),
        ...(order !== undefined && { order: t.arg({ type: order, description: 'By what they are ordered.' }) }),
        ...pages,
      },
      complexity: listCost,
      resolve: (_, args, { asking: { viewer } }) => {
        const { search, filter: wanted, order: by, ...page } = args as ListArgs;
        const given = filters.filter(({ argument }) => wanted?.[argument] !== undefined && wanted[argument] !== null);
        const told = given.filter(({ of }) => of === 'told');
        const asked: ListAsked = {
          kind: kind.name,
          section,
          order: by ?? null,
          tests: given.flatMap(({ of, argument, test }) => (of === 'shown' ? [test(wanted?.[argument])] : [])),
          facts: factsOf(told, wanted ?? {}),
        };
        const keeps = (json: Json): boolean =>
          told.every((one) => one.keeps(memberOf(json, one.member), wanted?.[one.argument]));
        return readList(viewer, { asked, search, searched, ...page, ...(told.length > 0 && { keeps }) });
      },
    }),
  );
}

/** By what lists of a kind can be ordered; undefined where lists show nothing that has an order. */
function orderType({ builder }: Tools, type: string, part: SectionPart | undefined) {
  const orders = Object.entries(part?.list?.fields ?? {}).filter(([, { value }]) =>
    ['day', 'moment', 'number'].includes(value.valueKind.type),
  );
  if (orders.length === 0) return undefined;
  return builder.enumType(`${type}Order`, {
    description: `By what a list of “${type}” is ordered; those without it come last.`,
    values: Object.fromEntries(
      orders.map(([name, { label }]) => [
        valueName(name),
        { value: name, description: `By “${label}”, the least first.` },
      ]),
    ),
  });
}

import type { TypeRef } from '../builder.ts';
import type { Tools } from '../tools.ts';
import type { Edge, Page } from './page.ts';

// The page's size is counted by the field that holds it.
const counted = { field: 1, multiplier: 1 };

/** The connection of a type: a page of them, with cursors. */
export function connectionOf<Item>({ builder, made }: Tools, name: string, type: TypeRef<Item>): TypeRef<Page<Item>> {
  const PageInfo = made.once('page info', () =>
    builder.objectRef<Page<unknown>>('PageInfo').implement({
      description: 'Where a page stands in the list.',
      fields: (t) => ({
        hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether there are more after this page.' }),
        hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
          description: 'Whether there are some before this page.',
        }),
        startCursor: t.string({
          nullable: true,
          description: 'The cursor of the first on this page; null on an empty page.',
          resolve: ({ edges }) => edges[0]?.cursor,
        }),
        endCursor: t.string({
          nullable: true,
          description: 'Pass it as `after` for the next page; null on an empty page.',
          resolve: ({ edges }) => edges.at(-1)?.cursor,
        }),
      }),
    }),
  );
  return made.once(`connection/${name}`, () => {
    const EdgeType = builder.objectRef<Edge<Item>>(`${name}Edge`).implement({
      description: `One “${name}” on a page, with its cursor.`,
      fields: (t) => ({
        cursor: t.exposeString('cursor', { description: 'Pass it as `after` for what comes after this one.' }),
        node: t.field({ type, description: `The “${name}” itself.`, resolve: ({ node }) => node as never }),
      }),
    });
    return builder.objectRef<Page<Item>>(`${name}Connection`).implement({
      description: `A page of “${name}”, with cursors.`,
      fields: (t) => ({
        edges: t.field({
          type: [EdgeType],
          description: 'What is on this page, each with its cursor.',
          complexity: counted,
          resolve: ({ edges }) => edges,
        }),
        nodes: t.field({
          type: [type],
          description: 'What is on this page.',
          complexity: counted,
          resolve: ({ edges }) => edges.map(({ node }) => node) as never,
        }),
        totalCount: t.int({
          description: 'How many there are on all pages, of those that you may read and that were looked for.',
          resolve: ({ totalCount }) => totalCount(),
        }),
        pageInfo: t.field({ type: PageInfo, description: 'Where this page stands.', resolve: (page) => page }),
      }),
    });
  });
}

import { yjsSubject } from '@caseweave/merge-laws';
import fc from 'fast-check';
import { checkForYTree, YTree } from 'yjs-orderedtree';

/** An edit of a tree; nodes are named by their number among those that show. */
type TreeEdit =
  | { readonly do: 'create'; readonly under: number }
  | { readonly do: 'move'; readonly node: number; readonly under: number }
  | { readonly do: 'first' | 'delete'; readonly node: number };

interface Tree {
  readonly tree: YTree;
  readonly newId: () => string;
  /** The name that the next node gets. */
  next: string;
}

const nodesUnder = ({ tree }: Tree, parent: string): readonly string[] => {
  const children = tree.sortChildrenByOrder(tree.getNodeChildrenFromKey(parent), parent);
  return children.flatMap((child) => [child, ...nodesUnder({ tree } as Tree, child)]);
};
const nodes = (app: Tree): readonly string[] => nodesUnder(app, 'root');
const nodeAt = (app: Tree, nth: number): string | undefined => nodes(app)[nth % Math.max(1, nodes(app).length)];
const parentAt = (app: Tree, nth: number): string => ['root', ...nodes(app)][nth % (nodes(app).length + 1)] ?? 'root';

const shape = (tree: YTree, parent: string): unknown =>
  tree
    .sortChildrenByOrder(tree.getNodeChildrenFromKey(parent), parent)
    .map((child) => ({ child, under: shape(tree, child) }));

const nth = fc.nat({ max: 3 });
const plain = { noNullPrototype: true } as const;

/** `YTree` of yjs-orderedtree 1.0.1-beta.3: a tree whose nodes keep the history of their parents. */
export const orderedTree = yjsSubject<TreeEdit, Tree>({
  name: 'yjs-orderedtree YTree',
  edits: fc.oneof(
    fc.record({ do: fc.constant('create' as const), under: nth }, plain),
    fc.record({ do: fc.constant('move' as const), node: nth, under: nth }, plain),
    fc.record({ do: fc.constantFrom('first' as const, 'delete' as const), node: nth }, plain),
  ),
  open: (doc, { newId }) => {
    const map = doc.getMap<unknown>('tree');
    // As its manual says: a tree is made once, and loaded from then on.
    if (!checkForYTree(map) && map.size > 0) throw new Error('the map holds something else');
    return { tree: new YTree(map), newId, next: newId() };
  },
  edit: (app, edit) => {
    const { tree } = app;
    if (edit.do === 'create') {
      const name = app.next;
      app.next = app.newId();
      tree.createNode(parentAt(app, edit.under), name, {});
      return;
    }
    const node = nodeAt(app, edit.node) ?? '';
    if (edit.do === 'move') tree.moveChildToParent(node, parentAt(app, edit.under));
    else if (edit.do === 'first') tree.setNodeOrderToStart(node);
    else tree.deleteNodeAndDescendants(node);
  },
  view: ({ tree }) => shape(tree, 'root'),
  meaning: (app, edit) => {
    if (edit.do === 'create') return [{ does: 'add', cell: 'nodes', value: app.next }];
    const node = nodeAt(app, edit.node);
    if (node === undefined) return undefined;
    if (edit.do === 'delete')
      return [node, ...nodesUnder(app, node)].map((value) => ({ does: 'remove', cell: 'nodes', value }) as const);
    // A node is not moved under itself, or under what is under it.
    const isCircle = edit.do === 'move' && [node, ...nodesUnder(app, node)].includes(parentAt(app, edit.under));
    return isCircle ? undefined : [];
  },
  kept: (app) => nodes(app),
  words: (edit) =>
    edit.do === 'create'
      ? 'creates a node'
      : edit.do === 'move'
        ? 'moves a node'
        : edit.do === 'first'
          ? 'puts a node first'
          : 'deletes a node with all under it',
});

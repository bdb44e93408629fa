// The package has types, but its list of exports does not name them.
declare module 'yjs-orderedtree' {
  import type * as Y from 'yjs';

  export function checkForYTree(map: Y.Map<unknown>): boolean;

  export class YTree {
    constructor(map: Y.Map<unknown>);
    getNodeChildrenFromKey(node: string): string[];
    sortChildrenByOrder(children: readonly string[], parent: string): string[];
    createNode(parent: string, node: string, value: object): void;
    moveChildToParent(child: string, parent: string): void;
    setNodeOrderToStart(node: string): void;
    deleteNodeAndDescendants(node: string): void;
  }
}

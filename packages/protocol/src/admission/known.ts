import * as Y from 'yjs';
import type { Id, Range } from './struct.ts';

/** A type that items lie in. */
export type Container = Y.Doc['share'] extends Map<string, infer Type> ? Type : never;

/**
 * The section as it stands, read through Yjs's exported internals.
 *
 * This is the one file that touches them. Nothing here changes the document: no `doc.get`, which would create a root, and
 * no `getItemCleanStart`, which would split an item.
 */
export class Known {
  private readonly doc: Y.Doc;
  private readonly names: Map<Container, string>;

  constructor(doc: Y.Doc) {
    this.doc = doc;
    this.names = new Map();
  }

  /** The first clock that this client has not used. */
  state(client: number): number {
    return Y.getState(this.doc.store, client);
  }

  /** The struct that covers a clock below the client's state. */
  at({ client, clock }: Id): Y.Item | Y.GC {
    const structs = this.doc.store.clients.get(client);
    const struct = structs?.[Y.findIndexSS(structs, clock)];
    if (struct === undefined) throw new RangeError('a clock beyond the state');
    return struct;
  }

  /** The structs that a range below the client's state touches. */
  *within({ client, clock, length }: Range): Generator<Y.Item | Y.GC> {
    const structs = this.doc.store.clients.get(client);
    if (structs === undefined) return;
    for (let index = Y.findIndexSS(structs, clock); ; index++) {
      const struct = structs[index];
      if (struct === undefined || struct.id.clock >= clock + length) return;
      yield struct;
    }
  }

  /** The name of the root that an item lies in, however deep. */
  rootOf(item: Y.Item): string {
    let type = parentOf(item);
    while (type._item !== null) type = parentOf(type._item);
    return this.nameOf(type);
  }

  /** The live values of a root list, with who wrote them, in no meaningful order. */
  *values(name: string): Generator<{ readonly client: number; readonly value: unknown }> {
    for (let item = this.root(name)?._start ?? null; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentAny)) continue;
      for (const value of item.content.arr as readonly unknown[]) yield { client: item.id.client, value };
    }
  }

  /** The container of a root, if anything was ever written in it. */
  root(name: string): Container | null {
    return this.doc.share.get(name) ?? null;
  }

  private nameOf(type: Container): string {
    if (this.doc.share.get('claims') === type) return 'claims';
    if (this.names.size === 0) for (const [name, root] of this.doc.share) this.names.set(root, name);
    const name = this.names.get(type);
    if (name === undefined) throw new TypeError('a root without a name');
    return name;
  }
}

/** The container of an item that is in a document. */
export function parentOf(item: Y.Item): Container {
  if (item.parent instanceof Y.AbstractType) return item.parent as Container;
  throw new TypeError('an item that is in no document');
}

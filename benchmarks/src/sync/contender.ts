import type * as Y from 'yjs';

/** What it cost to have everything, once. */
export interface Cost {
  readonly bytes: number;
  readonly messages: number;
  readonly sockets: number;
  /** From opening the first connection to the last message that was needed. */
  readonly ms: number;
  /** Milliseconds of processor time at the server. */
  readonly cpu: number;
}

/** A way of keeping many documents in step with a server. */
export interface Contender extends AsyncDisposable {
  readonly name: string;
  /** A device that has nothing gets all documents. */
  firstSync(): Promise<Cost>;
  /** Somebody else makes one small change in each of the documents of these places. */
  change(places: readonly number[], change: (doc: Y.Doc) => void): Promise<void>;
  /** The device that has been away gets what changed meanwhile. */
  catchUp(): Promise<Cost>;
}

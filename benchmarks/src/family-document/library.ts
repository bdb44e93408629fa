import type { FamilyDocument, Operation } from './workload.ts';

/** A document of some library. */
export interface Replica {
  /** Does one thing, in a transaction of its own. */
  apply(operation: Operation): void;
  /** All of it, as bytes. */
  save(): Uint8Array;
  /** What was done here and elsewhere since it was made, as bytes. */
  changes(): readonly Uint8Array[];
  /** Takes in what was done elsewhere. */
  merge(changes: readonly Uint8Array[]): void;
  /** All that it says, as plain data or as good as that. */
  read(): unknown;
}

/** A library that keeps documents which several people change apart. */
export interface Library {
  readonly name: string;
  /** A new document that holds this. */
  begin(content: FamilyDocument, author: number): Replica;
  /** A document of what was saved, by another author. */
  load(saved: Uint8Array, author: number): Replica;
}

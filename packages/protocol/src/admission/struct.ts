/** Names one element ever written: the clientID and its clock. */
export interface Id {
  readonly client: number;
  readonly clock: number;
}

/** A value as JSON has it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What a struct carries. What is never allowed (subdocuments, embeds, the old JSON form) is refused while it is read. */
export type Content =
  /** Created and removed again; nothing but its length is left, and for `gc` not even its place. */
  | { readonly type: 'gc' }
  | { readonly type: 'deleted' }
  | { readonly type: 'string'; readonly text: string }
  | { readonly type: 'format'; readonly key: string; readonly value: string }
  | { readonly type: 'any'; readonly values: readonly Json[]; readonly largest: number }
  | { readonly type: 'binary'; readonly bytes: number }
  | { readonly type: 'type' };

/** One struct of an update, as it was read. */
export interface Struct {
  readonly id: Id;
  readonly length: number;
  readonly origin: Id | null;
  readonly right: Id | null;
  /** A root's name, the item that holds the parent, or null if it is the parent of the origin. */
  readonly parent: string | Id | null;
  readonly key: string | null;
  readonly content: Content;
  /** Where its bytes are in the update, and where among them those of its content begin. */
  readonly from: number;
  readonly body: number;
  readonly to: number;
}

/** The structs of one clientID, without gaps between them. */
export interface ClientStructs {
  readonly client: number;
  readonly structs: readonly Struct[];
}

/** A run of clocks of one clientID. */
export interface Range {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

/** A whole update, as it was read. */
export interface Update {
  readonly bytes: Uint8Array;
  readonly clients: readonly ClientStructs[];
  readonly deletes: readonly Range[];
}

/** Says whether two ids, or the lack of one, are the same. */
export const sameId = (one: Id | null, other: Id | null): boolean =>
  one === other || (one !== null && other !== null && one.client === other.client && one.clock === other.clock);

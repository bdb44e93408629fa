import type { Json } from '../json.ts';

/** What a section said at one moment, to be kept, and to be shown to be unaltered. */
export interface FrozenVersion {
  readonly section: string;
  /** The version of the schema by which it was read. */
  readonly version: number;
  /** Canonical JSON of all that showed: the same on every replica that shows the same. */
  readonly content: string;
  /** The SHA-256 of section, version and content, in hexadecimal. */
  readonly hash: string;
}

/** The part of a frozen version that its hash is of. */
export type Content = {
  /** Claims as `[entity, field, value]`, in order. */
  readonly claims: readonly (readonly [entity: string, field: string, value: Json])[];
  /** Texts by the name of their root, as plain text or as a delta. */
  readonly texts: readonly (readonly [name: string, text: string | readonly FrozenInsert[]])[];
};

/** A stretch of a formatted text. */
interface FrozenInsert {
  readonly insert: string;
  readonly attributes?: { readonly [format: string]: Json };
}

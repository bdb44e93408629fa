/**
 * What admission knows of a section's schema: plain data that the record package derives from a declared section.
 *
 * A field that is not listed may come from a later version: it passes if it is well formed.
 */
export interface Shape {
  readonly section: string;
  readonly version: number;
  /** The oldest version of this section's schema that may still write. */
  readonly oldestWriter: number;
  /** What extends the section, by the name under which its fields are stored. */
  readonly extensions: Readonly<Record<string, { readonly version: number; readonly oldestWriter: number }>>;
  /** By dotted path: `name`, `jobs`, `jobs.title`; of an extension `leeds:code`, `jobs.leeds:cost`. */
  readonly fields: Readonly<Record<string, FieldShape>>;
}

/** The kind of one field, and for rich text the formats that may be used in it. */
export type FieldShape =
  | { readonly kind: 'register' | 'progress' | 'set' | 'position' | 'collection' | 'log' | 'addendum' }
  | { readonly kind: 'text' }
  | { readonly kind: 'rich-text'; readonly formats: readonly string[] };

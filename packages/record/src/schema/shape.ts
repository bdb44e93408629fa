import { planOf } from './define-section.ts';
import type { SectionSchema } from './section-schema.ts';
import { addendaPath } from './plan.ts';

/** What may be stored under one path. */
export type FieldShape =
  | { readonly kind: 'register' | 'progress' | 'set' | 'position' | 'collection' | 'log' | 'addendum' }
  | { readonly kind: 'text' }
  | { readonly kind: 'rich-text'; readonly formats: readonly string[] };

/** A schema as plain data: what a server checks updates against, without the schema itself. */
export interface Shape {
  readonly section: string;
  readonly version: number;
  readonly oldestWriter: number;
  /** What extends the section, by name. */
  readonly extensions: Readonly<Record<string, { readonly version: number; readonly oldestWriter: number }>>;
  /** By path, such as `jobs` and `jobs.title`. */
  readonly fields: Readonly<Record<string, FieldShape>>;
}

/** The shape of a section's documents. */
export function shapeOf(schema: SectionSchema): Shape {
  const { section, root, groups } = planOf(schema);
  const fields: Record<string, FieldShape> = {};
  for (const group of [root, ...groups.values()]) {
    if (group.kind !== 'section') fields[group.name] = { kind: group.kind };
    // The members of an entry are inside its one claim.
    if (group.kind === 'log') {
      fields[addendaPath(group)] = { kind: 'addendum' };
      continue;
    }
    for (const { path, kind } of group.claims) fields[path] = { kind };
    for (const { path, kind, formats } of group.texts) fields[path] = kind === 'text' ? { kind } : { kind, formats };
  }
  const { version, oldestWriter } = schema;
  return { section, version, oldestWriter, extensions: extensionVersions(schema), fields };
}

/** The versions of what extends a section, by name. */
export const extensionVersions = ({ extensions = [] }: SectionSchema): Shape['extensions'] =>
  Object.fromEntries(extensions.map(({ name, version, oldestWriter }) => [name, { version, oldestWriter }]));

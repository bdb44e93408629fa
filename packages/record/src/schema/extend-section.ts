import { badSchema } from '../fields/bad-schema.ts';
import { sectionOf } from './define-section.ts';
import type { SectionSchema } from './section-schema.ts';
import type { CollectionField, RowFields, SectionField, SectionFields } from '../fields/fields.ts';

/** What somebody adds to a section that another declared. */
export interface SectionExtension<Base extends SectionFields, More extends SectionFields, Rows> {
  /** Raised whenever the section that is extended changes its version, and whenever fields are added here. */
  readonly version: number;
  /** As of the section that is extended, unless said. */
  readonly oldestWriter?: number;
  /** Fields beside those that there are. */
  readonly fields?: More;
  /** Fields for rows, by the name of their collection. */
  readonly rows?: Rows & { readonly [Name in keyof Rows]: Name extends CollectionsOf<Base> ? RowFields : never };
}

/** The fields of a section with what was added. */
export type Extended<Base extends SectionFields, More extends SectionFields, Rows> = {
  readonly [Name in keyof Base]: Name extends keyof Rows
    ? Base[Name] extends CollectionField<infer Fields>
      ? Rows[Name] extends RowFields
        ? CollectionField<Fields & Rows[Name]>
        : Base[Name]
      : Base[Name]
    : Base[Name];
} & More;

type CollectionsOf<Fields extends SectionFields> = {
  [Name in keyof Fields]: Fields[Name] extends { readonly kind: 'collection' } ? Name : never;
}[keyof Fields];

/**
 * Adds fields to a section without a copy of its declaration: one's own beside those of a section from a package.
 *
 * Devices of the section as it was keep what they do not know, and their work counts as before.
 *
 * @example extendSection(planShared, { version: 4, fields: { budgetCode: register(z.string()) }, rows: { actions: { cost: register(z.number()) } } })
 * @throws RecordError `bad-schema` when a name is taken, a collection is none, or the version is below that of the section
 */
export function extendSection<
  Base extends SectionFields,
  // oxlint-disable-next-line typescript/no-generated-empty-object-type -- no field is added
  const More extends SectionFields = Record<never, never>,
  // oxlint-disable-next-line typescript/no-generated-empty-object-type -- no row gets a field
  const Rows extends { readonly [name: string]: RowFields } = Record<never, never>,
>(
  base: SectionSchema<Base>,
  { version, oldestWriter = base.oldestWriter, fields, rows }: SectionExtension<Base, More, Rows>,
): SectionSchema<Extended<Base, More, Rows>> {
  if (version < base.version) {
    throw badSchema(
      'version',
      `${base.name} is at version ${base.version}`,
      'Give the extension that version or a later one.',
    );
  }
  const all: { [name: string]: SectionField } = { ...base.fields };
  for (const [name, field] of Object.entries(fields ?? {})) {
    if (Object.hasOwn(all, name))
      throw badSchema(name, `${base.name} has a field of this name`, 'Give yours another name.');
    all[name] = field;
  }
  for (const [name, more] of Object.entries<RowFields>(rows ?? {})) {
    const collection = Object.hasOwn(all, name) ? all[name] : undefined;
    if (collection?.kind !== 'collection') {
      throw badSchema(name, `${base.name} has no collection of this name`, 'Name one that it has.');
    }
    const taken = Object.keys(more).find((field) => Object.hasOwn(collection.fields, field));
    if (taken !== undefined) {
      throw badSchema(`${name}.${taken}`, 'rows have a field of this name', 'Give yours another name.');
    }
    all[name] = { ...collection, fields: { ...collection.fields, ...more } };
  }
  // Name by name the same as the type says; the compiler cannot follow the loop.
  const { upgrades } = base;
  const declaration = {
    name: base.name,
    version,
    oldestWriter,
    fields: all,
    ...(upgrades !== undefined && { upgrades }),
  };
  return sectionOf(declaration, base) as unknown as SectionSchema<Extended<Base, More, Rows>>;
}

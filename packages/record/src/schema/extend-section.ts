import { badSchema } from '../fields/bad-schema.ts';
import { extendedName, type Named } from '../fields/field-name.ts';
import type { CollectionField, PositionField, RowFields, SectionField, SectionFields } from '../fields/fields.ts';
import type { AnyUpgrades, ExtensionUpgrades } from '../upgrade/upgrades.ts';
import type { CheckedFields, CheckedMembers, RowsIn } from './checked-fields.ts';
import { sectionOf } from './define-section.ts';
import type { SectionSchema } from './section-schema.ts';

/** What somebody adds to a section that another declared. */
export interface SectionExtension<Base extends SectionFields, Name extends string, More extends SectionFields, Rows> {
  /** Its fields are named after it, as `leeds:cost`: so they are never those of a later version, or of somebody else. */
  readonly name: Name;
  /** Raised by one whenever fields are added here, whatever version the section has. */
  readonly version: number;
  /** The oldest version of this extension whose devices may still write. Those that do not have it may. */
  readonly oldestWriter: number;
  /** Fields beside those that there are. */
  readonly fields?: More;
  /** Fields for rows, by the name of their collection. */
  readonly rows?: Rows & {
    readonly [Of in keyof Rows & string]: Of extends CollectionsOf<Base>
      ? Placeless<Rows[Of]>
      : `This section has no collection called ${Of}.`;
  };
}

/** Where rows stand is for the collection's own place to say: on devices without the extension they would stand elsewhere. */
type Placeless<Fields> = {
  readonly [Name in keyof Fields]: Fields[Name] extends PositionField
    ? 'An extension gives rows no position.'
    : unknown;
};

/** The fields of a section with what was added. */
export type Extended<Base extends SectionFields, Name extends string, More extends SectionFields, Rows> = {
  readonly [Field in keyof Base]: Field extends keyof Rows
    ? Base[Field] extends CollectionField<infer Fields>
      ? CollectionField<Fields & Named<Name, Rows[Field]>>
      : Base[Field]
    : Base[Field];
} & Named<Name, More>;

/** The names of a section's collections; any, where nobody knows which fields there are. */
type CollectionsOf<Fields extends SectionFields> = string extends keyof Fields
  ? string
  : { [Name in keyof Fields]: Fields[Name] extends { readonly kind: 'collection' } ? Name : never }[keyof Fields];

/**
 * Adds fields to a section without a copy of its declaration: one's own beside those of a section from a package. They
 * are used by the extension's name and their own: `view['leeds:budgetCode']`, `draft.actions.byId(id)['leeds:cost'] = 12`.
 *
 * Devices of the section as it was keep what they do not know, and their work counts as before. A section may be extended
 * by several, one upon the other.
 *
 * @example extendSection(plan, { name: 'leeds', version: 1, oldestWriter: 1, fields: { budgetCode: register(z.string()) }, rows: { actions: { cost: register(z.number()) } } })
 * @throws RecordError `bad-schema` when the name is taken or is none, or a collection is none
 */
export function extendSection<
  Base extends SectionFields,
  const Name extends string,
  // oxlint-disable-next-line typescript/no-generated-empty-object-type -- no field is added
  const More extends SectionFields = Record<never, never>,
  // oxlint-disable-next-line typescript/no-generated-empty-object-type -- no row gets a field
  const Rows extends { readonly [name: string]: RowFields } = Record<never, never>,
>(
  base: SectionSchema<Base>,
  extension: SectionExtension<Base, Name, More, Rows> & {
    readonly fields?: CheckedFields<More, RowsIn<Extended<Base, Name, More, Rows>>>;
    readonly rows?: {
      readonly [Of in keyof Rows]: CheckedMembers<Rows[Of], RowsIn<Extended<Base, Name, More, Rows>>>;
    };
    /** By version: what its new fields show where nobody has written them, made of what there is. */
    readonly upgrades?: ExtensionUpgrades<Extended<Base, NoInfer<Name>, NoInfer<More>, NoInfer<Rows>>, NoInfer<Name>>;
  },
): SectionSchema<Extended<Base, Name, More, Rows>> {
  const { name, version, oldestWriter, fields = {}, rows = {}, upgrades } = extension;
  const all: { [name: string]: SectionField } = { ...base.fields, ...named(name, fields) };
  for (const [of, more] of Object.entries<RowFields>(rows)) {
    const collection = Object.hasOwn(base.fields, of) ? base.fields[of] : undefined;
    if (collection?.kind !== 'collection') {
      throw badSchema(of, `${base.name} has no collection of this name`, 'Name one that it has.');
    }
    const place = Object.keys(more).find((field) => more[field]?.kind === 'position');
    if (place !== undefined) {
      const rule = 'where rows stand is said by the collection itself: devices without the extension would differ';
      throw badSchema(`${of}.${extendedName(name, place)}`, rule, 'Leave the position out.');
    }
    all[of] = { ...collection, fields: { ...collection.fields, ...named(name, more) } };
  }
  // Upgrades are asked with what they were declared for, and with nothing else.
  const untyped = upgrades as AnyUpgrades | undefined;
  const added = { name, version, oldestWriter, ...(untyped !== undefined && { upgrades: untyped }) };
  const { type: _, ...declared } = base;
  const declaration = { ...declared, fields: all, extensions: [...(base.extensions ?? []), added] };
  // Name by name the same as the type says; the compiler cannot follow the loop.
  return sectionOf(declaration, base) as unknown as SectionSchema<Extended<Base, Name, More, Rows>>;
}

const named = <Field>(extension: string, fields: { readonly [name: string]: Field }): { [name: string]: Field } =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [extendedName(extension, name), field]));

import type { SectionFields } from '../fields/fields.ts';
import type { AnyUpgrades, Upgrades } from '../upgrade/upgrades.ts';
import type { SectionDeclaration, SectionSchema } from './section-schema.ts';
import { checkDeclaration } from './check-declaration.ts';
import type { CheckedFields, RowsIn } from './checked-fields.ts';
import { compile, type SectionPlan } from './plan.ts';

const plans = new WeakMap<SectionSchema, SectionPlan>();

/**
 * Declares a section.
 *
 * @throws RecordError `bad-schema` when a name is not allowed or a rule contradicts itself
 */
export function defineSection<const Fields extends SectionFields>(
  declaration: SectionDeclaration<Fields> & {
    readonly fields: CheckedFields<Fields, RowsIn<Fields>>;
    /** By version: what its new fields show where nobody has written them, made of what there is. */
    readonly upgrades?: Upgrades<Fields>;
  },
): SectionSchema<Fields> {
  checkDeclaration(declaration);
  const { name, version, oldestWriter, fields, upgrades } = declaration;
  // Upgrades are asked with what they were declared for, and with nothing else.
  const untyped = upgrades as AnyUpgrades | undefined;
  return sectionOf({ name, version, oldestWriter, fields, ...(untyped !== undefined && { upgrades: untyped }) });
}

/**
 * Makes a schema of a declaration whose types were held together elsewhere.
 *
 * @param base - the schema that it extends, if it does
 */
export function sectionOf<Fields extends SectionFields>(
  declaration: Omit<SectionSchema<Fields>, 'type'>,
  base?: SectionSchema,
): SectionSchema<Fields> {
  const schema: SectionSchema<Fields> = Object.freeze({ type: 'section', ...declaration });
  plans.set(schema, compile(schema));
  if (base !== undefined) bases.set(schema, base);
  return schema;
}

const bases = new WeakMap<SectionSchema, SectionSchema>();

/** Tells whether a section that was opened by a schema may be used as one of another: of itself, or of what it extends. */
export function isUsableAs(opened: SectionSchema, wanted: SectionSchema): boolean {
  if (opened === wanted) return true;
  const base = bases.get(opened);
  return base !== undefined && isUsableAs(base, wanted);
}

/** The compiled form of a schema. */
export function planOf(schema: SectionSchema): SectionPlan {
  let plan = plans.get(schema);
  if (plan === undefined) {
    // A schema that was copied or built by hand.
    plan = compile(schema);
    plans.set(schema, plan);
  }
  return plan;
}

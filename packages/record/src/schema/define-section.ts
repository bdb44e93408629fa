import type { SectionFields } from './fields.ts';
import { compile, type SectionPlan } from './plan.ts';

/** What a developer says of a section. */
export interface SectionDeclaration<Fields extends SectionFields> {
  /** Such as `plan.shared`. */
  readonly name: string;
  /** Raised by one whenever fields are added. */
  readonly version: number;
  /** The oldest version whose devices may still write; a server holds it against them. */
  readonly oldestWriter: number;
  readonly fields: Fields;
}

/** A section as declared and checked: what documents of this section hold, and what merging them means. */
export interface SectionSchema<Fields extends SectionFields = SectionFields> extends SectionDeclaration<Fields> {
  readonly type: 'section';
}

const plans = new WeakMap<SectionSchema, SectionPlan>();

/**
 * Declares a section.
 *
 * @throws RecordError `bad-schema` when a name is not allowed or a rule contradicts itself
 */
export function defineSection<const Fields extends SectionFields>(
  declaration: SectionDeclaration<Fields>,
): SectionSchema<Fields> {
  const schema: SectionSchema<Fields> = Object.freeze({ type: 'section', ...declaration });
  plans.set(schema, compile(schema));
  return schema;
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

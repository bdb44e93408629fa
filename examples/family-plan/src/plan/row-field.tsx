import type { CodeList, planShared } from '@caseweave/family';
import { CodeValue, DayValue, WordsValue, type ValueFieldProps } from '../fields/value-fields.tsx';
import { planPlace, type PlanCollection } from './collections.ts';
import type { Plan } from './plan.ts';

interface RowFieldProps<Value> extends Omit<ValueFieldProps<typeof planShared, Value>, 'shown' | 'place'> {
  readonly plan: Plan;
  readonly collection: PlanCollection;
  readonly entity: string;
  readonly field: string;
}

/** Words of a row of the plan, edited in place. */
export function WordsField({ plan, collection, entity, field, ...rest }: RowFieldProps<string>) {
  return <WordsValue shown={plan} place={planPlace(collection, entity, field)} {...rest} />;
}

/** A date of a row of the plan, edited in place. */
export function DayField({
  plan,
  collection,
  entity,
  field,
  ...rest
}: RowFieldProps<string> & { readonly mark?: string | undefined }) {
  return <DayValue shown={plan} place={planPlace(collection, entity, field)} {...rest} />;
}

interface CodeFieldProps<Code extends string | number> extends RowFieldProps<Code> {
  readonly list: CodeList<Code>;
  /** Shows the code as a coloured tag. */
  readonly isTag?: boolean;
  /** Whether the code may be taken away again. */
  readonly mayBlank?: boolean;
}

/** A code of a row of the plan, edited in place. */
export function CodeField<Code extends string | number>({
  plan,
  collection,
  entity,
  field,
  ...rest
}: CodeFieldProps<Code>) {
  return <CodeValue shown={plan} place={planPlace(collection, entity, field)} {...rest} />;
}

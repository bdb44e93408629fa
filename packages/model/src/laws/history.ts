import fc from 'fast-check';
import type { Model } from '../model/model.ts';
import { type Drawn, type LawValues, drawnValue } from './drawn-value.ts';

/** Something that somebody decides, or tries to; numbers say which of those that there then are. */
export interface Step {
  readonly decision: string;
  /** Who tries first: whoever may not leaves it to the next. Null for whoever runs the authority. */
  readonly author: number | null;
  readonly record: number;
  /** How long after the step before, in milliseconds. */
  readonly after: number;
  readonly form: Drawn;
}

/** Draws what happens in an authority, from the forms that the decisions of a model ask. */
export function histories(model: Model, steps: number, values: LawValues): fc.Arbitrary<readonly Step[]> {
  const decisions = [...model.decisions.values()].map(({ type, name, form }) => ({
    weight: type === 'opening' ? 2 : 1,
    arbitrary: fc.record<Step>({
      decision: fc.constant(name),
      // Now and then without asking for rights, so that more is reached.
      author: fc.oneof({ weight: 5, arbitrary: fc.nat({ max: 999 }) }, fc.constant(null)),
      record: fc.nat({ max: 999 }),
      after: fc.oneof(fc.nat({ max: 10 }), fc.nat({ max: 30 * 24 * 3_600_000 })),
      form: drawnValue(form.valueKind, name, values),
    }),
  }));
  return fc.array(fc.oneof(...decisions), { minLength: 1, maxLength: steps, size: 'max' });
}

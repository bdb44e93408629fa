import type { PlanSharedView } from '@caseweave/family';
import { expectTypeOf, test } from 'vitest';

test('[S5] views and drafts know codes, and the identity of rows', () => {
  type Need = PlanSharedView['needs'][number];
  expectTypeOf<Need['level']>().toEqualTypeOf<1 | 2 | 3 | 4 | null>();
  expectTypeOf<Need['about']>().toEqualTypeOf<readonly string[]>();
  expectTypeOf<Need['note']>().toEqualTypeOf<string>();
  type Action = PlanSharedView['actions'][number];
  expectTypeOf<Action['status']>().toEqualTypeOf<
    'proposed' | 'agreed' | 'in_progress' | 'done' | 'not_done' | 'no_longer_needed' | null
  >();
  expectTypeOf<Action>().not.toHaveProperty('place');
  expectTypeOf<PlanSharedView['scores'][number]['value']>().toEqualTypeOf<number | null>();
});

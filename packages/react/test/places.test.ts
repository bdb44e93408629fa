import type { FieldAt, FieldPlace, RowsAt } from '@caseweave/react';
import type { SectionSchema } from '@caseweave/record';
import { expectTypeOf, test } from 'vitest';
import type { plan } from './world.ts';

type Plan = typeof plan;

test('[H10] a place is a field of the section, or one of a row with the id of the row', () => {
  expectTypeOf<FieldAt<Plan>>().toEqualTypeOf<'title' | 'tags' | 'actions.what' | 'actions.note' | 'calls.said'>();
  expectTypeOf<RowsAt<Plan>>().toEqualTypeOf<'actions' | 'calls'>();
  expectTypeOf<{ at: 'title' }>().toExtend<FieldPlace<Plan>>();
  expectTypeOf<{ at: 'actions.what'; row: string }>().toExtend<FieldPlace<Plan>>();
});

test('[H10] a place that there is none of, a row that is missing and one too many do not compile', () => {
  expectTypeOf<{ at: 'titel' }>().not.toExtend<FieldPlace<Plan>>();
  expectTypeOf<{ at: 'actions' }>().not.toExtend<FieldPlace<Plan>>();
  expectTypeOf<{ at: 'actions.whom'; row: string }>().not.toExtend<FieldPlace<Plan>>();
  expectTypeOf<{ at: 'actions.place'; row: string }>().not.toExtend<FieldPlace<Plan>>();
  expectTypeOf<{ at: 'actions.what' }>().not.toExtend<FieldPlace<Plan>>();
  expectTypeOf<{ at: 'title'; row: string }>().not.toExtend<FieldPlace<Plan>>();
});

test('[H10] of a section that is known only when it is shown, any place may be named', () => {
  expectTypeOf<FieldAt<SectionSchema>>().toEqualTypeOf<string>();
  expectTypeOf<{ at: string; row: string }>().toExtend<FieldPlace<SectionSchema>>();
});

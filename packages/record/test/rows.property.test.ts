import { readSection } from '@caseweave/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plan, replica, type PlanSection } from './fixtures.ts';

/**
 * Laws of long lists, over enough rows that they are kept in several pieces:
 * 1. A list made change by change is the list made from the document, and every row is found by its id.
 * 2. Rows are in the order that a plain list with the same moves has.
 * 3. A view once taken does not change.
 */
type Step =
  | { readonly type: 'add'; readonly count: number }
  | { readonly type: 'move' | 'write' | 'strike' | 'restore'; readonly row: number; readonly to: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ type: fc.constant('add' as const), count: fc.integer({ min: 1, max: 150 }) }),
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constantFrom('move', 'move', 'write', 'strike', 'restore'),
      row: fc.nat(),
      to: fc.nat(),
    }),
  },
);

/** The rows that show, in order, as a plain list, and those that do not. */
interface Model {
  readonly order: string[];
  readonly struck: Set<string>;
}

test('[R23] [R24] [R30] [R31] [R50] long lists keep their order, and old views stay as they were', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25, size: 'max' }), (steps) => {
      const { doc, section } = replica(1);
      const model: Model = { order: [], struck: new Set() };
      const kept: { view: ReturnType<PlanSection['view']>; text: string }[] = [];

      for (const each of steps) {
        take(section, model, each);
        const view = section.view();
        if (kept.length < 5) kept.push({ view, text: JSON.stringify(view.actions.byId(model.order[0] ?? '')) });

        expect(view.actions.map(({ id }) => id)).toEqual(model.order);
        expect(model.order.every((id) => view.actions.byId(id)?.id === id)).toBe(true);
        expect([...model.struck].some((id) => view.actions.byId(id) !== undefined)).toBe(false);
      }

      expect(section.view()).toEqual(readSection(plan, doc));
      for (const { view, text } of kept) {
        expect(JSON.stringify(view.actions[0])).toBe(text);
      }
    }),
    { numRuns: Math.min(20, fc.readConfigureGlobal().numRuns ?? 20) },
  );
});

function take(section: PlanSection, model: Model, each: Step): void {
  if (each.type === 'add') {
    section.edit((draft) => {
      for (let made = 0; made < each.count; made += 1) model.order.push(draft.actions.add({ what: 'x' }));
    });
    return;
  }
  const { order, struck } = model;
  const id = order[each.row % order.length];
  const after = order[each.to % (order.length + 1)];
  const [hidden] = struck;
  if (each.type === 'restore' && hidden !== undefined) {
    section.edit((draft) => draft.actions.byId(hidden).restore());
    struck.delete(hidden);
    // Where it comes back among rows that were moved meanwhile is any place; the others are where they were.
    order.splice(
      section.view().actions.findIndex((row) => row.id === hidden),
      0,
      hidden,
    );
  } else if (id !== undefined && each.type === 'write') {
    section.edit((draft) => {
      draft.actions.byId(id).what = `written ${each.to}`;
    });
  } else if (id !== undefined && each.type === 'strike') {
    section.edit((draft) => draft.actions.byId(id).strike('x'));
    order.splice(order.indexOf(id), 1);
    struck.add(id);
  } else if (id !== undefined && each.type === 'move' && after !== id) {
    section.edit((draft) => draft.actions.move(id, after === undefined ? {} : { after }));
    order.splice(order.indexOf(id), 1);
    order.splice(after === undefined ? 0 : order.indexOf(after) + 1, 0, id);
  }
}

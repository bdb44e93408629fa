import { defineSection, editSections, log, openSection, prepareSections, register, setOf } from '@caseweave/record';
import fc from 'fast-check';
import { expect, expectTypeOf, test } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { replica, type PlanSection } from './fixtures.ts';

const chronology = defineSection({
  name: 'chronology.shared',
  version: 1,
  oldestWriter: 1,
  fields: {
    events: log({ occurredOn: register(z.iso.date()), text: register(z.string().min(1)) }),
    seenBy: setOf(z.string()),
  },
});

/** One device with two sections of a record open. */
function twoSections() {
  const { section: plan } = replica(1);
  const doc = new Y.Doc();
  doc.clientID = 1;
  let made = 0;
  const newId = (): string => `event${(made += 1)}`;
  const events = openSection(chronology, { doc, now: () => 5, newId, authorOf: () => undefined });
  return { plan, events, bytes: () => [plan, events].map(({ doc: each }) => Y.encodeStateAsUpdate(each)) };
}

const byNumber = (a: number, b: number): number => a - b;

test('[R90] an edit of two sections is written in both, and says what it did in each', () => {
  const { plan, events } = twoSections();

  const outcome = editSections([plan, events], ([draft, chronologyDraft]) => {
    draft.fullName = 'Okoro';
    return chronologyDraft.events.append({ occurredOn: '2026-12-01', text: 'Registered' });
  });

  expectTypeOf(outcome).toExtend<{ type: string; result?: string }>();
  expect(outcome).toMatchObject({
    type: 'edited',
    result: 'event1',
    changes: [[{ path: 'fullName', words: 'Okoro' }], [{ entity: 'event1', path: 'events' }]],
  });
  expect(plan.view().fullName).toBe('Okoro');
  expect(events.view().events).toMatchObject([{ id: 'event1', text: 'Registered' }]);
});

type Part = 'name' | 'event' | 'seen' | 'wrong name' | 'wrong event' | 'wrong row';
const parts = fc.array(fc.constantFrom<Part[]>('name', 'event', 'seen', 'wrong name', 'wrong event', 'wrong row'), {
  minLength: 1,
  maxLength: 6,
});

test('[R90] [R91] whatever is wrong with any part, no section changes to the byte', () => {
  fc.assert(
    fc.property(parts, fc.boolean(), (chosen, inTwoSteps) => {
      const { plan, events, bytes } = twoSections();
      const before = bytes();
      const wrong = chosen.filter((part) => part.startsWith('wrong'));

      const prepared = prepareSections([plan, events], ([draft, other]) => {
        for (const part of chosen) {
          if (part === 'name') draft.fullName = 'Okoro';
          else if (part === 'event') other.events.append({ occurredOn: '2026-12-01', text: 'x' });
          else if (part === 'seen') other.seenBy.add('a');
          else if (part === 'wrong name') draft.fullName = '';
          else if (part === 'wrong event') other.events.append({ occurredOn: 'soon', text: 'x' });
          else draft.needs.byId('nobody').title = 'x';
        }
      });

      expect(bytes()).toEqual(before);
      expect(prepared.type).toBe(wrong.length > 0 ? 'refused' : 'prepared');
      if (prepared.type === 'refused') {
        const sections = prepared.refusals.map(({ section }) => section).toSorted(byNumber);
        expect(sections).toEqual(wrong.map((part) => (part === 'wrong event' ? 1 : 0)).toSorted(byNumber));
      } else if (prepared.type === 'prepared' && inTwoSteps) {
        expect(prepared.commit().type).toBe('edited');
        expect(bytes()).not.toEqual(before);
      }
    }),
  );
});

test('[R91] what was prepared is not written over what came since, nor twice, nor in a closed section', () => {
  const { plan, events, bytes } = twoSections();
  const prepare = () =>
    prepareSections([plan, events], ([draft, other]) => {
      draft.fullName = 'Okoro';
      other.seenBy.add('a');
    });
  const commit = (prepared: ReturnType<typeof prepare>) =>
    prepared.type === 'prepared' ? prepared.commit() : prepared;
  const stale = prepare();
  events.edit((draft) => draft.seenBy.add('b'));
  const before = bytes();

  expect(commit(stale)).toMatchObject({ type: 'refused', refusals: [{ code: 'overtaken', section: 1 }] });
  expect(bytes()).toEqual(before);

  const good = prepare();
  expect(commit(good).type).toBe('edited');
  expect(commit(good)).toMatchObject({ refusals: [{ code: 'overtaken', section: 0 }, { code: 'overtaken' }] });

  const late = prepare();
  events.close();
  const left = bytes();
  expect(commit(late)).toMatchObject({ refusals: [{ code: 'closed', section: 1 }] });
  expect(prepare()).toMatchObject({ type: 'refused', refusals: [{ code: 'closed', section: 1 }] });
  expect(bytes()).toEqual(left);
});

test('[R92] whoever is told of one section finds what the others say ready', () => {
  const { plan, events } = twoSections();
  const heard: unknown[] = [];
  const look = (): number => heard.push([plan.view().fullName, events.view().events.length]);
  plan.subscribe(look);
  events.subscribe(look);

  editSections([plan, events], ([draft, other]) => {
    draft.fullName = 'Okoro';
    other.events.append({ occurredOn: '2026-12-01', text: 'x' });
  });

  expect(heard).toEqual([
    ['Okoro', 1],
    ['Okoro', 1],
  ]);
});

test('[R92] each section that changes gets one own transaction, and the others none', () => {
  const { plan, events } = twoSections();
  const own: string[] = [];
  plan.doc.on('update', (_, __, ___, transaction) => own.push(`plan: ${plan.isOwn(transaction)}`));
  events.doc.on('update', (_, __, ___, transaction) => own.push(`events: ${events.isOwn(transaction)}`));

  editSections([plan, events], ([draft, other]) => {
    draft.fullName = 'Okoro';
    other.seenBy.add('a');
  });
  editSections([plan, events], ([draft]) => void (draft.fullName = 'Mensah'));
  const nothing = editSections([plan, events], () => 'nothing');

  expect(own.toSorted()).toEqual(['events: true', 'plan: true', 'plan: true']);
  expect(nothing).toEqual({ type: 'unchanged', result: 'nothing' });
});

test('[R92] a listener that throws keeps no section from being written', () => {
  const { plan, events } = twoSections();
  for (const section of [plan, events]) {
    section.subscribe(() => {
      throw new RangeError('mine');
    });
  }

  const edit = (): unknown =>
    editSections([plan, events], ([draft, other]) => {
      draft.fullName = 'Okoro';
      other.seenBy.add('a');
    });

  expect(edit).toThrow(RangeError);
  expect([plan.view().fullName, events.view().seenBy]).toEqual(['Okoro', ['a']]);
});

test('[R14] [R90] each section may have a basis of its own', () => {
  const { plan, events } = twoSections();
  const form = plan.view();
  plan.edit((draft) => void (draft.fullName = 'Abebe'));

  editSections([plan, events], ([draft]) => void (draft.fullName = 'Okoro'), { bases: [form, undefined] });

  expect(plan.questions()).toMatchObject([{ path: 'fullName' }]);
  const foreign = editSections([plan, events], ([draft]) => void (draft.fullName = 'x'), {
    // What a caller without types may mix up.
    bases: [events.view() as never, undefined],
  });
  expect(foreign).toMatchObject({ type: 'refused', refusals: [{ code: 'foreign-basis', section: 0 }] });
});

test('[R90] what the function throws is thrown on, and nothing is written', () => {
  const { plan, events, bytes } = twoSections();
  const before = bytes();

  const edit = (): unknown =>
    editSections([plan, events], ([draft]) => {
      draft.fullName = 'Okoro';
      throw new RangeError('mine');
    });

  expect(edit).toThrow(RangeError);
  expect(bytes()).toEqual(before);
});

test('[R93] a section given twice is a mistake', () => {
  const { plan } = twoSections();
  const both: readonly [PlanSection, PlanSection] = [plan, plan];

  expect(() => editSections(both, () => {})).toThrow(expect.objectContaining({ code: 'section-twice' }));
});

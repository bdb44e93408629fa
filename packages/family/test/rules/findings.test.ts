import { chronologyShared, personIdentity, planShared } from '@caseweave/family';
import { expect, test } from 'vitest';
import { findings } from '../early-help.ts';
import { open } from '../sections/open.ts';

const today = '2026-11-23';
const rules = (section: string, view: unknown) => findings(section, view, { today }).map(({ rule }) => rule);

test('[F8] an empty plan lacks only a date for its review', () => {
  expect(rules('plan.shared', open(planShared).view())).toEqual(['F8']);
});

test('[F1] [F2] an open need wants a headline and a desired outcome; a met one wants nothing', () => {
  const plan = open(planShared);
  plan.edit((draft) => {
    draft.nextReviewOn = '2026-12-12';
    draft.needs.add({ title: 'Damp in the bedroom' });
    draft.needs.add({ title: 'Registered with a dentist', status: 'met' });
    const need = draft.needs.add({ title: 'Rent arrears', headline: 'SF10', status: 'open' });
    draft.outcomes.add({ text: 'The rent is paid on time', needs: [need] });
  });
  expect(rules('plan.shared', plan.view())).toEqual(['F1', 'F2']);
});

test('[F3] [F4] [F5] an open action wants somebody, a date, and to be done by then', () => {
  const plan = open(planShared);
  plan.edit((draft) => {
    draft.nextReviewOn = today;
    draft.actions.add({ what: 'Ring the housing office', status: 'agreed' });
    draft.actions.add({ what: 'Book a hearing test', owners: ['nurse'], dueOn: '2026-11-22' });
    draft.actions.add({ what: 'Fill in the form', owners: ['lead'], dueOn: today });
    draft.actions.add({ what: 'Long done', status: 'done' });
  });
  expect(rules('plan.shared', plan.view()).toSorted()).toEqual(['F3', 'F4', 'F5']);
});

test('[F6] [F7] [F9] [F10] reviews and scores', () => {
  const plan = open(planShared);
  plan.edit((draft) => {
    draft.nextReviewOn = '2026-11-22';
    draft.reviews.add({ heldOn: '2026-10-01' });
    draft.reviews.add({ decision: 'continue' });
    draft.reviews.add({ heldOn: '2026-12-01', decision: 'close' });
    draft.scores.append({ scale: 'safety_0_10', value: 11, scoredBy: 'mother', scorerRole: 'parent', on: today });
  });
  const found = rules('plan.shared', plan.view());
  expect(found.toSorted()).toEqual(['F10', 'F6', 'F6', 'F7', 'F9']);
});

test('[8525Q] [4180] a person is born or expected', () => {
  const person = open(personIdentity);
  expect(rules('person.identity', person.view())).toEqual(['8525Q']);
  person.edit((draft) => {
    draft.expectedBirthDate = '2027-03-01';
    draft.sex = 'F';
  });
  expect(rules('person.identity', person.view())).toEqual(['4180']);
  person.edit((draft) => (draft.dateOfBirth = '2026-11-20'));
  expect(findings('person.identity', person.view(), { today })).toMatchObject([
    { rule: '8525Q', path: 'expectedBirthDate' },
  ]);
});

test('[F7] an event in the future is asked about', () => {
  const chronology = open(chronologyShared);
  chronology.edit((draft) =>
    draft.events.append({
      occurredOn: '2026-11-24',
      precision: 'day',
      significance: 'key',
      text: 'Moved house',
      sourceAgency: 'Housing',
      about: [],
    }),
  );
  expect(rules('chronology.shared', chronology.view())).toEqual(['F7']);
  expect(rules('oversight', {})).toEqual([]);
});

test('[F13] what a later version wrote and this one cannot show is not found missing', () => {
  const plan = open(planShared);
  plan.edit((draft) => {
    const need = draft.needs.add({ title: 'Rent arrears', status: 'open' });
    draft.outcomes.add({ text: 'The rent is paid on time', needs: [need] });
    draft.actions.add({ what: 'Ring the housing office', owners: ['lead'] });
  });
  expect(rules('plan.shared', plan.view())).toEqual(['F2', 'F4', 'F8']);

  const [need, action] = [plan.view().needs[0]?.id, plan.view().actions[0]?.id];
  plan.doc.getArray('claims').push([
    ['', 'nextReviewOn', { in: 'spring' }, {}],
    [need, 'needs.headline', 'SF99', {}],
    [action, 'actions.status', 'waiting', {}],
  ]);
  expect(rules('plan.shared', plan.view())).toEqual([]);
});

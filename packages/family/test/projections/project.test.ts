import { personIdentity, planShared } from '@caseweave/family';
import { expect, test } from 'vitest';
import { project } from '../early-help.ts';
import { open } from '../sections/open.ts';

test('[P1] a list shows of a plan its open needs and actions, the review, and its questions', () => {
  const plan = open(planShared);
  plan.edit((draft) => {
    draft.familyName = 'Okafor';
    draft.nextReviewOn = '2026-12-12';
    draft.needs.add({ title: 'Attendance', headline: 'SF01', level: 3, status: 'open' });
    draft.needs.add({ title: 'Arrears', headline: 'SF10', level: 2 });
    draft.needs.add({ title: 'Dentist', headline: 'SF03', level: 4, status: 'met' });
    draft.actions.add({ what: 'a', dueOn: '2026-12-02', status: 'agreed' });
    draft.actions.add({ what: 'b', dueOn: '2026-12-01', status: 'done' });
  });
  expect(project('plan.shared', plan.view(), 2)).toEqual({
    familyName: 'Okafor',
    openNeeds: 2,
    headlines: ['SF01', 'SF10'],
    level: 3,
    nextReviewOn: '2026-12-12',
    openActions: 1,
    nextDueOn: '2026-12-02',
    questions: 2,
  });
});

test('[P1] a list shows of a person the name they go by', () => {
  const person = open(personIdentity);
  expect(project('person.identity', person.view())).toEqual({ name: null, dateOfBirth: null, expectedBirthDate: null });
  person.edit((draft) => {
    draft.givenName = 'Oluwatobi';
    draft.knownAs = 'Tobi';
    draft.familyName = 'Okafor';
    draft.expectedBirthDate = '2017-05-01';
    draft.dateOfBirth = '2017-05-02';
  });
  expect(project('person.identity', person.view())).toEqual({
    name: 'Tobi Okafor',
    dateOfBirth: '2017-05-02',
    expectedBirthDate: null,
  });
});

test('[P2] no other section shows anything in a list', () => {
  for (const name of ['plan.practice', 'person.location', 'safety.domestic-abuse', 'notes.a'])
    expect(project(name, {})).toBeNull();
});

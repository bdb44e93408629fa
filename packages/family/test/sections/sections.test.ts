import { earlyHelp, notes, personIdentity, personLocation, planShared } from '@caseweave/family';
import { shapeOf } from '@caseweave/record';
import { expect, test } from 'vitest';
import { exchange, open } from './open.ts';

test('[S1] every section of a record is found by its name, and nothing else is', () => {
  const names = earlyHelp.parts.flatMap((part) => (part.type === 'section' ? [part.schema.name] : []));
  for (const name of [...names, 'notes.city-police']) expect(earlyHelp.section(name)?.schema.name).toBe(name);
  for (const name of ['', 'plan', 'notes.', 'notes.A b', 'notes.__proto__', 'constructor', 'safety.secret'])
    expect(earlyHelp.section(name)).toBeUndefined();
  expect(earlyHelp.section('notes.a')?.schema).toBe(notes('a'));
});

test('[S2] the shape of the shared plan keeps the field names that devices already hold', () => {
  expect(Object.keys(shapeOf(planShared).fields)).toMatchInlineSnapshot(`
    [
      "familyName",
      "nextReviewOn",
      "story",
      "strengths",
      "strengths.text",
      "strengths.about",
      "strengths.place",
      "relationships",
      "relationships.from",
      "relationships.to",
      "relationships.kind",
      "relationships.parentalResponsibility",
      "needs",
      "needs.title",
      "needs.headline",
      "needs.about",
      "needs.level",
      "needs.status",
      "needs.place",
      "needs.note",
      "outcomes",
      "outcomes.text",
      "outcomes.needs",
      "outcomes.targetOn",
      "outcomes.attainment",
      "outcomes.place",
      "actions",
      "actions.what",
      "actions.outcome",
      "actions.owners",
      "actions.dueOn",
      "actions.status",
      "actions.place",
      "actions.evidence",
      "evidence",
      "evidence.addenda",
      "scores",
      "scores.addenda",
      "reviews",
      "reviews.dueOn",
      "reviews.heldOn",
      "reviews.direction",
      "reviews.decision",
      "reviews.nextReviewOn",
      "reviews.attendance",
      "reviews.minutes",
    ]
  `);
});

const pair = () => {
  const one = open(planShared, 1);
  const two = open(planShared, 2);
  return [one, two, () => exchange(one, two)] as const;
};

test('[S3] a need that one calls met and another calls open stays open, with a question', () => {
  const [one, two, meet] = pair();
  one.edit((plan) => plan.needs.add({ title: 'Attendance is below 90%', headline: 'SF01', level: 2, status: 'open' }));
  meet();
  const id = one.view().needs[0]?.id ?? '';
  one.edit((plan) => (plan.needs.byId(id).status = 'met'));
  two.edit((plan) => (plan.needs.byId(id).status = 'open'));
  meet();
  expect(two.view().needs[0]?.status).toBe('open');
  expect(one.questions()).toMatchObject([{ path: 'needs.status', standingWords: 'Open' }]);
});

test('[S3] of two levels of need the higher stands', () => {
  const [one, two, meet] = pair();
  one.edit((plan) => plan.needs.add({ title: 'Debt', level: 2 }));
  meet();
  const id = one.view().needs[0]?.id ?? '';
  one.edit((plan) => (plan.needs.byId(id).level = 4));
  two.edit((plan) => (plan.needs.byId(id).level = 3));
  meet();
  expect(one.view().needs[0]?.level).toBe(4);
  expect(one.questions()[0]?.because).toBe('the higher level is used until you decide');
});

test('[S3] of two dates the earlier stands, for actions, outcomes and reviews', () => {
  const [one, two, meet] = pair();
  one.edit((plan) => {
    plan.actions.add({ what: 'Fill in the school transport form' });
    plan.nextReviewOn = '2026-12-12';
  });
  meet();
  const id = one.view().actions[0]?.id ?? '';
  one.edit((plan) => (plan.actions.byId(id).dueOn = '2026-12-08'));
  two.edit((plan) => {
    plan.actions.byId(id).dueOn = '2026-12-01';
    plan.nextReviewOn = '2026-12-19';
  });
  one.edit((plan) => (plan.nextReviewOn = '2026-12-10'));
  meet();
  expect(one.view().actions[0]?.dueOn).toBe('2026-12-01');
  expect(one.view().nextReviewOn).toBe('2026-12-10');
  expect(two.questions()).toEqual(one.questions());
  expect(two.questions()).toHaveLength(2);
});

test('[S3] a protected address stays protected', () => {
  const one = open(personLocation, 1);
  const two = open(personLocation, 2);
  one.edit((location) => (location.protected = true));
  two.edit((location) => (location.protected = false));
  exchange(one, two);
  expect(two.view().protected).toBe(true);
  expect(two.questions()).toHaveLength(1);
});

test('[S3] [8790] "no disability" gives way to any other', () => {
  const one = open(personIdentity, 1);
  const two = open(personIdentity, 2);
  one.edit((identity) => identity.disabilities.add('NONE'));
  two.edit((identity) => identity.disabilities.add('HEAR'));
  exchange(one, two);
  expect(one.view().disabilities).toEqual(['HEAR']);
});

test('[S4] a number with a wrong check digit is refused, with the rule', () => {
  const identity = open(personIdentity);
  const outcome = identity.edit((draft) => {
    draft.nhsNumber = '9990000019';
    draft.givenName = 'Tobi';
  });
  expect(outcome).toMatchObject({ type: 'refused', refusals: [{ path: 'nhsNumber', code: 'wrong-value' }] });
  expect(identity.view().givenName).toBeNull();
});

import {
  birthOf,
  homesOf,
  nhsNumberOf,
  notes,
  oversight,
  personIdentity,
  personLocation,
  personVoice,
  planPractice,
} from '@caseweave/family';
import { expect, test } from 'vitest';
import { findings } from '../early-help.ts';
import { open } from '../sections/open.ts';
import { apart } from './apart.ts';

const today = '2026-11-23';

test("[M9] a child's words stay as they were said, and what is added stands beside them", () => {
  const { one, two, meet } = apart(personVoice);
  const said = (words: string) => ({ occurredOn: today, words, method: 'spoken', capturedBy: 'asha' }) as const;
  one.edit((draft) => draft.words.append(said('I like my teacher')));
  two.edit((draft) => draft.words.append(said('I do not like mornings')));
  meet();
  const id = one.view().words.find(({ words }) => words === 'I like my teacher')?.id ?? '';
  one.edit((draft) => draft.words.byId(id).addendum('She smiled when she said it'));
  meet();

  expect(
    two
      .view()
      .words.map(({ words }) => words ?? '')
      .toSorted(),
  ).toEqual(['I do not like mornings', 'I like my teacher']);
  expect(two.view().words.byId(id)?.addenda).toEqual(['She smiled when she said it']);
});

test('[M13] "no factor" and "no disability" give way, and come back when nothing else is left', () => {
  const practice = apart(planPractice);
  practice.one.edit((draft) => draft.factors.add('21'));
  practice.two.edit((draft) => draft.factors.add('3B'));
  practice.meet();
  expect(practice.one.view().factors).toEqual(['3B']);
  practice.one.edit((draft) => draft.factors.delete('3B'));
  expect(practice.one.view().factors).toEqual(['21']);

  const identity = apart(personIdentity);
  identity.one.edit((draft) => draft.disabilities.add('NONE'));
  identity.two.edit((draft) => draft.disabilities.add('HEAR'));
  identity.meet();
  expect(identity.two.view().disabilities).toEqual(['HEAR']);
});

test('[M14] [8525Q] a birth wins over an expected day, which is kept', () => {
  const { one, two, meet } = apart(personIdentity);
  one.edit((draft) => (draft.expectedBirthDate = '2026-12-20'));
  two.edit((draft) => (draft.dateOfBirth = '2026-11-20'));
  meet();

  expect(birthOf(one.view())).toEqual({ type: 'born', on: '2026-11-20' });
  expect(one.provenance('', 'expectedBirthDate').map(({ value }) => value)).toEqual(['2026-12-20']);
  expect(findings('person.identity', one.view(), { today }).map(({ path }) => path)).toContain('expectedBirthDate');
  expect(birthOf(open(personIdentity).view())).toBeNull();
});

test('[M15] a traced NHS number counts, and two traced ones are asked about', () => {
  const { one, two, meet } = apart(personIdentity);
  one.edit((draft) => (draft.nhsNumber = '9990000018'));
  expect(nhsNumberOf(one.view())).toEqual({ number: '9990000018', isTraced: false });
  two.edit((draft) => (draft.nhsNumberTraced = '9990000026'));
  meet();
  expect(nhsNumberOf(one.view())).toEqual({ number: '9990000026', isTraced: true });
  expect(one.questions()).toEqual([]);

  const other = apart(personIdentity);
  other.one.edit((draft) => (draft.nhsNumberTraced = '9990000018'));
  other.two.edit((draft) => (draft.nhsNumberTraced = '9990000026'));
  other.meet();
  expect(other.one.questions()[0]?.because).toContain('two different children');
});

test('[M16] [F11] two homes of a child are both kept, and where the child lives is asked', () => {
  const { one, two, meet } = apart(personLocation);
  one.edit((draft) => draft.residences.add({ household: 'grandmother', kind: 'main', from: '2026-05-01' }));
  two.edit((draft) => draft.residences.add({ household: 'father', kind: 'main', from: '2026-05-03' }));
  meet();

  expect(homesOf(one.view(), today)).toHaveLength(2);
  expect(homesOf(one.view(), '2026-05-02')).toHaveLength(1);
  expect(findings('person.location', two.view(), { today })).toMatchObject([
    { rule: 'F11', severity: 'error', words: expect.stringContaining('Where is this child living?') as string },
  ]);
});

test('[M17] an address that one protects while another edits it is protected, with the edit inside', () => {
  const { one, two, meet } = apart(
    personLocation,
    (location) =>
      void location.edit((draft) => {
        draft.protected = false;
        draft.addresses.add({ lines: '1 High Street' });
      }),
  );
  const id = one.view().addresses[0]?.id ?? '';
  one.edit((draft) => (draft.protected = true));
  two.edit((draft) => {
    draft.addresses.byId(id).lines = '2 High Street';
    draft.protected = false;
  });
  meet();

  expect(two.view()).toMatchObject({ protected: true, addresses: [{ lines: '2 High Street' }] });
  expect(two.questions()[0]?.because).toBe('the address stays protected until you decide');
});

test("[M20] a note is its author's: nobody changes it, and what another adds is refused", () => {
  const agency = notes('early-help');
  const { one, two, meet } = apart(
    agency,
    (section) =>
      void section.edit((draft) =>
        draft.notes.append({ occurredOn: today, kind: 'visit', text: 'All well', about: [] }),
      ),
  );
  const id = two.view().notes[0]?.id ?? '';
  const changed = two.edit((draft) => {
    // @ts-expect-error: an entry has no fields to assign
    draft.notes.byId(id).text = 'Not well';
  });
  expect(changed.type).toBe('refused');
  expect(two.edit((draft) => draft.notes.byId(id).addendum('Not quite')).type).toBe('refused');
  expect(one.edit((draft) => draft.notes.byId(id).addendum('The boiler is broken')).type).toBe('edited');
  meet();

  expect(two.view().notes[0]).toMatchObject({ text: 'All well', addenda: ['The boiler is broken'] });
});

test('[M22] a warning that one takes away while another adds it stays', () => {
  const { one, two, meet } = apart(
    oversight,
    (section) => void section.edit((draft) => draft.visitAlert.add('Do not visit alone')),
  );
  one.edit((draft) => draft.visitAlert.delete('Do not visit alone'));
  two.edit((draft) => draft.visitAlert.add('Do not visit alone'));
  meet();

  expect(one.view().visitAlert).toEqual(['Do not visit alone']);
});

test('[8608] [8614] [8670Q] an assessment ends after it starts, factors come with its end, and it takes nine weeks at most', () => {
  const practice = open(planPractice);
  const rules = () => findings('plan.practice', practice.view(), { today }).map(({ rule }) => rule);
  practice.edit((draft) => {
    draft.assessmentStartedOn = '2026-11-01';
    draft.factors.add('3B');
  });
  expect(rules()).toEqual(['8614']);
  practice.edit((draft) => (draft.assessmentCompletedOn = '2026-10-01'));
  expect(rules()).toEqual(['8608']);
  practice.edit((draft) => {
    draft.assessmentStartedOn = '2026-08-01';
    draft.assessmentCompletedOn = '2026-11-01';
  });
  expect(rules()).toEqual(['8670Q']);
});

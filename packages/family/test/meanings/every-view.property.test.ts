import { attendanceOf, birthOf, personIdentity, planPractice, planShared } from '@caseweave/family';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findings } from '../early-help.ts';
import { apart } from './apart.ts';

/**
 * Laws of M26, after any edits of two devices that meet now and then:
 * 1. "None" stands beside nothing, and nothing is there twice, in factors, disabilities and attendance.
 * 2. A person is born or expected, never both.
 * 3. Findings and questions are plain words, the same on both devices, and an edit is taken whatever was found.
 */
const step = fc.record({ who: fc.nat({ max: 1 }), what: fc.nat({ max: 7 }), value: fc.nat({ max: 2 }) });
const steps = fc.array(step, { maxLength: 25 });
const pick = <Value>(values: readonly [Value, ...Value[]], place: number): Value => values[place] ?? values[0];
const context = { today: '2026-11-23' };

/** Words without codes, ids or the terms of the trade. */
const isPlain = (words: string): boolean => !/[_{}[\]]|undefined|null|conflict|CRDT/.test(words);

test('[M26] factors, disabilities and births hold in every view of a person and of an assessment', () => {
  fc.assert(
    fc.property(steps, (script) => {
      const identity = apart(personIdentity);
      const practice = apart(planPractice);
      for (const { who, what, value } of script) {
        const person = who === 0 ? identity.one : identity.two;
        const assessment = who === 0 ? practice.one : practice.two;
        const outcomes = [
          person.edit((draft) => {
            if (what === 0) draft.disabilities.add(pick(['NONE', 'HEAR', 'VIS'], value));
            if (what === 1) draft.disabilities.delete(pick(['NONE', 'HEAR', 'VIS'], value));
            if (what === 2) draft.dateOfBirth = pick([null, '2026-11-20', '2027-01-01'], value);
            if (what === 3) draft.expectedBirthDate = pick([null, '2026-12-01', '2026-12-20'], value);
          }),
          assessment.edit((draft) => {
            if (what === 4) draft.factors.add(pick(['21', '3B', '4A'], value));
            if (what === 5) draft.factors.delete(pick(['21', '3B', '4A'], value));
            if (what === 6) draft.assessmentCompletedOn = pick([null, '2026-01-01', '2026-02-01'], value);
          }),
        ];
        expect(outcomes.every(({ type }) => type !== 'refused')).toBe(true);
        if (what === 7) {
          identity.meet();
          practice.meet();
        }
        for (const section of [identity.one, identity.two]) {
          const { disabilities, dateOfBirth } = section.view();
          expect(new Set(disabilities).size).toBe(disabilities.length);
          expect(disabilities.includes('NONE') && disabilities.length > 1).toBe(false);
          if (dateOfBirth !== null) expect(birthOf(section.view())?.type).toBe('born');
        }
        for (const section of [practice.one, practice.two]) {
          const shown = section.view().factors;
          expect(new Set(shown).size).toBe(shown.length);
          expect(shown.includes('21') && shown.length > 1).toBe(false);
        }
      }
      identity.meet();
      practice.meet();
      for (const [name, { one, two }] of [
        ['person.identity', identity],
        ['plan.practice', practice],
      ] as const) {
        const found = findings(name, one.view(), context);
        expect(findings(name, two.view(), context)).toEqual(found);
        const words = [...found.map((finding) => finding.words), ...one.questions().flatMap(wordsOf)];
        expect(words.filter((text) => !isPlain(text))).toEqual([]);
      }
    }),
  );
});

test('[M26] a plan keeps one mark where one decides, and asks in words, whatever was merged', () => {
  fc.assert(
    fc.property(steps, (script) => {
      const plan = apart(
        planShared,
        (section) =>
          void section.edit((draft) => {
            draft.needs.add({ title: 'Sleep', level: 2, status: 'open' });
            draft.actions.add({ what: 'School transport form' });
            draft.reviews.add({ heldOn: '2026-11-20', decision: 'continue' });
          }),
      );
      const { needs, actions, reviews } = plan.one.view();
      const [need, action, review] = [needs, actions, reviews].map((rows) => rows[0]?.id ?? '');
      for (const { who, what, value } of script) {
        const section = who === 0 ? plan.one : plan.two;
        const outcome = section.edit((draft) => {
          if (what === 0) draft.needs.byId(need ?? '').level = pick([1, 3, 4], value);
          if (what === 1) draft.needs.byId(need ?? '').status = pick(['open', 'met', 'no_longer_relevant'], value);
          if (what === 2) draft.actions.byId(action ?? '').status = pick(['in_progress', 'done', 'not_done'], value);
          if (what === 3) draft.actions.byId(action ?? '').dueOn = pick(['2026-12-01', '2026-12-08', null], value);
          const mark = pick(['attended', 'apologies', 'absent'] as const, value);
          if (what === 4) draft.reviews.byId(review ?? '').attendance.add({ who: 'nurse', mark, markedBy: 'lead' });
          if (what === 5) draft.reviews.byId(review ?? '').attendance.add({ who: 'nurse', mark });
          if (what === 6) draft.nextReviewOn = pick(['2026-12-12', '2026-12-19', '2026-01-01'], value);
        });
        expect(outcome.type).not.toBe('refused');
        if (what === 7) plan.meet();
      }
      plan.meet();
      expect(plan.two.view()).toEqual(plan.one.view());
      for (const { marks } of plan.one.view().reviews.flatMap(attendanceOf)) {
        expect(new Set(marks).size).toBe(marks.length);
        expect(
          marks.includes('attended') &&
            marks.includes('apologies') &&
            !marks.includes('absent') &&
            isNamed(plan.one.view()),
        ).toBe(false);
      }
      const words = plan.one.questions().flatMap(wordsOf);
      expect(words.filter((text) => !isPlain(text))).toEqual([]);
    }),
  );
});

const isNamed = ({ reviews }: ReturnType<ReturnType<typeof apart<typeof planShared>>['one']['view']>): boolean =>
  reviews.some(({ attendance }) =>
    attendance.some(({ mark, markedBy }) => mark === 'attended' && markedBy !== undefined),
  );

const wordsOf = (question: {
  readonly label: string;
  readonly because: string;
  readonly standingWords: string;
  readonly claims: readonly { readonly words: string }[];
}): readonly string[] => [
  question.label,
  question.because,
  question.standingWords,
  ...question.claims.map((claim) => claim.words),
];

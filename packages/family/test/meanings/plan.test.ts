import { addEvidence, attendanceOf, planShared } from '@caseweave/family';
import { entityIds, type HistoryRow, openSection, rewrittenPassages, type Section } from '@caseweave/record';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { findings } from '../early-help.ts';
import { exchange, open } from '../sections/open.ts';
import { apart } from './apart.ts';

type Plan = Section<typeof planShared>;

const withAction = () => {
  const devices = apart(
    planShared,
    (plan) => void plan.edit((draft) => draft.actions.add({ what: 'School transport form', status: 'agreed' })),
  );
  return { ...devices, id: devices.one.view().actions[0]?.id ?? '' };
};
const withNeed = () => {
  const devices = apart(
    planShared,
    (plan) => void plan.edit((draft) => draft.needs.add({ title: 'Sleep', level: 2, status: 'open' })),
  );
  return { ...devices, id: devices.one.view().needs[0]?.id ?? '' };
};
/** What both devices say alike, or the difference. */
const both = ({ one, two }: { one: Plan; two: Plan }) => {
  expect(two.view()).toEqual(one.view());
  expect(two.questions()).toEqual(one.questions());
  return { view: one.view(), questions: one.questions() };
};

test('[M1] an action that one ticks done and another sets in progress is done', () => {
  const { one, two, meet, id } = withAction();
  one.edit((draft) => (draft.actions.byId(id).status = 'done'));
  two.edit((draft) => (draft.actions.byId(id).status = 'in_progress'));
  meet();

  const { view, questions } = both({ one, two });
  expect(view.actions[0]?.status).toBe('done');
  expect(questions).toEqual([]);
});

test('[M2] done and not needed any more are two ends, and a question in words', () => {
  const { one, two, meet, id } = withAction();
  one.edit((draft) => (draft.actions.byId(id).status = 'done'));
  two.edit((draft) => (draft.actions.byId(id).status = 'no_longer_needed'));
  meet();

  const [question] = both({ one, two }).questions;
  expect(question).toMatchObject({ kind: 'end-states', label: 'Status', row: 'School transport form' });
  expect(question?.claims.map(({ words, author }) => [words, author?.name])).toEqual([
    ['Done', 'Author 1'],
    ['No longer needed', 'Author 2'],
  ]);
});

test('[M3] a done action is opened again only by an edit that saw it done', () => {
  const { one, two, meet, id } = withAction();
  one.edit((draft) => (draft.actions.byId(id).status = 'done'));
  two.edit((draft) => (draft.actions.byId(id).status = 'in_progress'));
  meet();
  expect(two.view().actions[0]?.status).toBe('done');

  two.edit((draft) => (draft.actions.byId(id).status = 'in_progress'));
  meet();
  expect(both({ one, two }).view.actions[0]?.status).toBe('in_progress');
});

test('[M4] of two dates the earlier counts, and both are asked about', () => {
  const { one, two, meet, id } = withAction();
  one.edit((draft) => (draft.actions.byId(id).dueOn = '2026-12-08'));
  two.edit((draft) => (draft.actions.byId(id).dueOn = '2026-12-01'));
  meet();

  const { view, questions } = both({ one, two });
  expect(view.actions[0]?.dueOn).toBe('2026-12-01');
  expect(questions[0]).toMatchObject({ label: 'By when', because: 'the earlier date is used until you decide' });
  expect(questions[0]?.claims.map(({ words }) => words)).toEqual(['1 December 2026', '8 December 2026']);
});

test('[M5] two people who are named apart are both down for an action', () => {
  const { one, two, meet, id } = withAction();
  one.edit((draft) => draft.actions.byId(id).owners.add('school'));
  two.edit((draft) => draft.actions.byId(id).owners.add('asha'));
  meet();

  const { view, questions } = both({ one, two });
  expect(view.actions[0]?.owners).toEqual(['asha', 'school']);
  expect(questions).toEqual([]);
});

test('[M6] two write in one paragraph: all of it stays, and who wrote what is known', () => {
  const { one, two, meet } = apart(
    planShared,
    (plan) => void plan.edit((draft) => draft.story.insert(0, 'Tobi likes maths.')),
  );
  one.edit((draft) => draft.story.insert(17, ' He walks to school.'));
  two.edit((draft) => draft.story.insert(0, 'Nine years old. '));
  meet();

  expect(both({ one, two }).view.story.text).toBe('Nine years old. Tobi likes maths. He walks to school.');
  expect(one.textAuthors('story').map(({ from, author }) => [from, author?.name])).toEqual([
    [0, 'Author 2'],
    [16, 'Author 1'],
  ]);
});

test('[M7] a sentence that two rewrite apart keeps both versions, and is found with each of them', () => {
  const { one, two, meet } = apart(
    planShared,
    (plan) => void plan.edit((draft) => draft.story.insert(0, 'Mornings are hard. Tobi likes maths.')),
  );
  const start = Y.encodeStateAsUpdate(one.doc);
  const rows: HistoryRow[] = [{ seq: 1, update: start, at: 0 }];
  for (const [client, section, words] of [
    [1, one, 'Getting up is hard'],
    [2, two, 'The way to school is hard'],
  ] as const) {
    section.doc.once('update', (update: Uint8Array) => {
      const author = { id: `author-${client}`, name: `Author ${client}` };
      rows.push({ seq: rows.length + 1, update, at: client, author, base: 1 });
    });
    section.edit((draft) => {
      draft.story.delete(0, 'Mornings are hard'.length);
      draft.story.insert(0, words);
    });
  }
  meet();

  const { text } = both({ one, two }).view.story;
  expect(text).toContain('Getting up is hard');
  expect(text).toContain('The way to school is hard');
  const [passage] = rewrittenPassages(planShared, rows).passages;
  expect(passage?.original).toBe('Mornings are hard');
  expect(passage?.versions.map((version) => version.text)).toEqual(['Getting up is hard', 'The way to school is hard']);
});

test('[M8] what somebody types in a paragraph that another deletes stays', () => {
  const { one, two, meet } = apart(
    planShared,
    (plan) => void plan.edit((draft) => draft.story.insert(0, 'One.\nTwo.\nThree.')),
  );
  one.edit((draft) => draft.story.delete(5, 5));
  two.edit((draft) => draft.story.insert(9, ' Ask the nurse.'));
  meet();

  expect(both({ one, two }).view.story.text).toContain(' Ask the nurse.');
  expect(one.view().story.text).not.toContain('Two');
});

test('[M10] two scores of one day are two scores', () => {
  const { one, two, meet } = apart(planShared);
  const score = (scoredBy: string, value: number) => (draft: Parameters<Parameters<Plan['edit']>[0]>[0]) =>
    draft.scores.append({ scale: 'safety_0_10', value, scoredBy, scorerRole: 'parent', on: '2026-11-23' });
  one.edit(score('mother', 6));
  two.edit(score('health-visitor', 3));
  meet();

  const { view, questions } = both({ one, two });
  expect(view.scores.map(({ scoredBy, value }) => `${scoredBy} ${value}`).toSorted()).toEqual([
    'health-visitor 3',
    'mother 6',
  ]);
  expect(questions).toEqual([]);
});

test('[M11] of two levels of need the higher stands', () => {
  const { one, two, meet, id } = withNeed();
  one.edit((draft) => (draft.needs.byId(id).level = 4));
  two.edit((draft) => (draft.needs.byId(id).level = 1));
  meet();

  const { view, questions } = both({ one, two });
  expect(view.needs[0]?.level).toBe(4);
  expect(questions[0]?.because).toBe('the higher level is used until you decide');
});

test('[M12] a need that one marks met while another adds evidence that it is worse stays open, with a question', () => {
  const { one, two, meet, id } = withNeed();
  one.edit((draft) => (draft.needs.byId(id).status = 'met'));
  const worse = { need: id, direction: 'worse', text: 'Up four times a night', on: '2026-11-22', by: 'asha' } as const;
  two.edit((draft) => addEvidence(draft, worse));
  meet();

  const { view, questions } = both({ one, two });
  expect(view.needs[0]?.status).toBe('open');
  expect(view.evidence).toHaveLength(1);
  expect(questions[0]).toMatchObject({
    path: 'needs.status',
    because: 'the need stays as it was reported worst until you decide',
  });

  const seen = withNeed();
  seen.two.edit((draft) => addEvidence(draft, { ...worse, need: seen.id, direction: 'improved' }));
  seen.one.edit((draft) => (draft.needs.byId(seen.id).status = 'met'));
  seen.meet();
  expect(both(seen)).toMatchObject({ view: { needs: [{ status: 'met' }] }, questions: [] });
});

test('[M18] of two dates for the next review the earlier stands, and one review is due', () => {
  const { one, two, meet } = apart(planShared);
  one.edit((draft) => (draft.nextReviewOn = '2026-12-19'));
  two.edit((draft) => (draft.nextReviewOn = '2026-12-12'));
  meet();

  expect(both({ one, two }).view.nextReviewOn).toBe('2026-12-12');
});

test('[M19] [F12] that somebody came wins over apologies only where it says who saw them', () => {
  const { one, two, meet } = apart(
    planShared,
    (plan) => void plan.edit((draft) => draft.reviews.add({ heldOn: '2026-11-20', decision: 'continue' })),
  );
  const id = one.view().reviews[0]?.id ?? '';
  one.edit((draft) => {
    draft.reviews.byId(id).attendance.add({ who: 'nurse', mark: 'attended', markedBy: 'lead' });
    draft.reviews.byId(id).attendance.add({ who: 'father', mark: 'attended' });
  });
  two.edit((draft) => {
    draft.reviews.byId(id).attendance.add({ who: 'nurse', mark: 'apologies' });
    draft.reviews.byId(id).attendance.add({ who: 'father', mark: 'apologies' });
  });
  meet();

  const [review] = both({ one, two }).view.reviews;
  expect(review && attendanceOf(review)).toEqual([
    { who: 'father', marks: ['apologies', 'attended'] },
    { who: 'nurse', marks: ['attended'] },
  ]);
  const found = findings('plan.shared', one.view(), { today: '2026-11-23' });
  expect(found.find(({ rule }) => rule === 'F12')).toMatchObject({ severity: 'query', row: id });
});

test('[M21] a need that one strikes while another works on it stays whole, with a question', () => {
  const { one, two, meet, id } = withNeed();
  one.edit((draft) => draft.needs.byId(id).strike('Wrong family'));
  two.edit((draft) => draft.needs.byId(id).note.insert(0, 'Up four times a night'));
  meet();

  const { view, questions } = both({ one, two });
  expect(view.needs[0]).toMatchObject({
    title: 'Sleep',
    level: 2,
    note: 'Up four times a night',
    struck: { why: 'Wrong family' },
  });
  expect(questions[0]?.kind).toBe('struck');
});

test('[M23] actions that two move about are in one order for both, with none lost and none twice', () => {
  const { one, two, meet } = apart(
    planShared,
    (plan) => void plan.edit((draft) => ['a', 'b', 'c', 'd'].forEach((what) => draft.actions.add({ what }))),
  );
  const [a, b, c, d] = one.view().actions.map(({ id }) => id);
  one.edit((draft) => draft.actions.move(a ?? '', { after: d ?? '' }));
  two.edit((draft) => draft.actions.move(a ?? '', { after: b ?? '' }));
  two.edit((draft) => draft.actions.move(c ?? '', {}));
  meet();

  expect(
    both({ one, two })
      .view.actions.map(({ what }) => what ?? '')
      .toSorted(),
  ).toEqual(['a', 'b', 'c', 'd']);
});

test('[M24] a clock that is ten years off changes nothing but the times that are shown', () => {
  const said = [0, 10 * 365 * 86_400_000, -10 * 365 * 86_400_000].map((off) => {
    const devices = [1, 2].map((client) => {
      const doc = new Y.Doc();
      doc.clientID = client;
      const now = () => 1_790_000_000_000 + (client === 2 ? off : 0);
      return openSection(planShared, {
        doc,
        now,
        newId: entityIds((length) => new Uint8Array(length).fill(client)),
        authorOf: () => undefined,
      });
    });
    const [one, two] = devices;
    if (one === undefined || two === undefined) throw new Error('There are two devices.');
    one.edit((draft) => (draft.familyName = 'Okafor'));
    two.edit((draft) => (draft.familyName = 'Okafor-Brown'));
    one.edit((draft) => (draft.nextReviewOn = '2026-12-19'));
    two.edit((draft) => (draft.nextReviewOn = '2026-12-12'));
    exchange(one, two);
    return { view: one.view(), standing: one.questions().map(({ path, standing }) => [path, standing]) };
  });

  expect(said[1]).toEqual(said[0]);
  expect(said[2]).toEqual(said[0]);
});

test('[M25] minutes that six type at once hold every word once', () => {
  const first = open(planShared, 1);
  first.edit((draft) => draft.reviews.add({ heldOn: '2026-11-20' }));
  const id = first.view().reviews[0]?.id ?? '';
  const all = [first, ...[2, 3, 4, 5, 6].map((client) => open(planShared, client))];
  for (const other of all.slice(1)) exchange(first, other);
  for (const [place, section] of all.entries()) {
    for (const letter of `word${place} `)
      section.edit((draft) => draft.reviews.byId(id).minutes.insert(draft.reviews.byId(id).minutes.length, letter));
  }
  for (const from of all) for (const to of all) if (from !== to) exchange(from, to);

  const minutes = first.view().reviews[0]?.minutes ?? '';
  for (const section of all) expect(section.view().reviews[0]?.minutes).toBe(minutes);
  expect(minutes.trim().split(/\s+/).toSorted()).toEqual(['word0', 'word1', 'word2', 'word3', 'word4', 'word5']);
});

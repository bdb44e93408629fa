import { expect, test } from 'vitest';
import { asker } from './ask.ts';
import { access } from './repairs/home.ts';
import { notesOf, plan } from './repairs/plan.ts';
import { canaries, smallTown } from './repairs/small-town.ts';

const whole = `query Whole($id: ID!) { repair(id: $id) {
  id sections { id name } tenant { name } firm { name } officer { name } home { id access { street hasDog } }
  planInBrief { title }
  plan {
    story title urgency { code words } grade { code words } visitOn
    steps { nodes { what status { code words } by { colleague { name } home { id } } checkedBy { name } at { id } firm { name }
      from { what } uses { name cost } written { field author { name firm } writtenAt } } }
    questions { id label kind row rowId path claims { words author { name firm } isStanding writtenAt } standing because }
  }
  notes { firm { name } notes { nodes { text } } }
} }`;

test('[G6] a record has what is told of its facts, the sections that I may read, and their rows', async () => {
  const town = smallTown();
  town.write('brook', 'boiler', notesOf('brook'), (draft) => draft.notes.append({ text: 'The tenant is in' }));
  const { body } = await asker(town)('olive', whole, { id: 'boiler' });
  expect(body.errors).toBeUndefined();
  expect(body.data).toMatchObject({
    repair: {
      id: 'boiler',
      tenant: { name: 'Tim Field' },
      firm: { name: 'Brook Heating' },
      officer: { name: 'Olive Marsh' },
      home: { id: 'mill-lane', access: { street: `Mill Lane ${canaries.access}`, hasDog: null } },
      plan: {
        story: 'It went cold.',
        title: 'The boiler',
        urgency: { code: 'NOW', words: 'Today' },
        grade: null,
        visitOn: '2026-12-12',
        steps: {
          nodes: [
            {
              what: 'Look at it',
              status: { code: 'AGREED', words: 'It is agreed' },
              by: { colleague: { name: 'Tim Field' }, home: null },
              uses: [{ name: 'Valve', cost: 12.5 }],
            },
            {
              what: 'Mend it',
              by: { colleague: null, home: { id: 'mill-lane' } },
              at: { id: 'mill-lane' },
              firm: { name: 'Brook Heating' },
              from: { what: 'Look at it' },
            },
          ],
        },
      },
      notes: [{ firm: { name: 'Brook Heating' }, notes: { nodes: [{ text: 'The tenant is in' }] } }],
    },
  });
});

test('[G36] a code that is newer than this server has words and no code', async () => {
  const town = smallTown();
  const { body } = await asker(town)('olive', whole, { id: 'boiler' });
  expect(body.errors).toBeUndefined();
  const shown = await asker(town)('olive', '{ repair(id: "boiler") { planInBrief { urgency { code words } } } }');
  expect(shown.body.data).toEqual({ repair: { planInBrief: { urgency: { code: 'NOW', words: 'Today' } } } });
  town.shown = () => ({ title: 'The boiler', urgency: 'at-once', visitOn: null, openSteps: 0 });
  const newer = await asker(town)('olive', '{ repair(id: "boiler") { planInBrief { urgency { code words } } } }');
  expect(newer.body.data).toEqual({ repair: { planInBrief: { urgency: { code: null, words: 'at-once' } } } });
});

test('[G7] two days that were given at once are an open question, with who gave them and which one stands', async () => {
  const town = smallTown();
  town.apart('boiler', plan, [
    ['brook', (draft) => (draft.visitOn = '2026-12-20')],
    ['olive', (draft) => (draft.visitOn = '2026-12-18')],
  ]);
  const { body } = await asker(town)('olive', whole, { id: 'boiler' });
  expect(body.data).toMatchObject({
    repair: {
      plan: {
        questions: [
          {
            label: 'Visit on',
            kind: 'VALUES',
            row: null,
            rowId: null,
            path: 'visitOn',
            claims: [
              {
                words: '18 December 2026',
                isStanding: true,
                author: { name: 'Olive Marsh', firm: null },
                writtenAt: '2026-12-01T09:00:00.000Z',
              },
              { words: '20 December 2026', isStanding: false, author: { name: 'Bea Brook', firm: 'Brook Heating' } },
            ],
            standing: '18 December 2026',
          },
        ],
      },
    },
  });
});

test('[G8] each seat gets the sections that it may read, and no others, nor anybody of whom it may not know', async () => {
  const town = smallTown();
  const ask = asker(town);
  interface Sections {
    readonly repair: { readonly sections: readonly { readonly name: string }[] };
  }
  const sectionsOf = async (who: string) =>
    ((await ask(who, whole, { id: 'boiler' })).body.data as Sections).repair.sections.map(({ name }) => name);
  expect(await sectionsOf('olive')).toEqual(['job.diary', 'job.plan', 'notes.brook']);
  expect(await sectionsOf('brook')).toEqual(['job.diary', 'job.plan', 'notes.brook']);
  expect(await sectionsOf('tim')).toEqual(['job.plan']);

  const { text, body } = await ask('tim', whole, { id: 'boiler' });
  expect(text).not.toContain(canaries.access);
  expect(text).not.toContain('notes.brook');
  expect(body.data).toMatchObject({
    repair: {
      firm: null,
      home: null,
      plan: { steps: { nodes: [{ written: [{ author: { name: 'Somebody', firm: null } }, {}, {}, {}] }, {}] } },
    },
  });
});

test('[G9] what is forbidden and what does not exist are the same answer to the byte, found by the same questions', async () => {
  const answers = await Promise.all(
    [
      ['brook', 'hidden'],
      ['stranger', 'boiler'],
      ['brook', 'Q2Fub3RFeGlzdEF0QWxsMA'],
      ['olive', 'mill-lane'],
      ['olive', 'no\u0000text'],
    ].map(async ([who = '', id]) => {
      const town = smallTown();
      const { status, text } = await asker(town)(who, whole, { id });
      return { status, text, asked: town.asked };
    }),
  );
  expect(answers[0]?.text).toBe('{"data":{"repair":null}}');
  for (const answer of answers) expect([answer.status, answer.text]).toEqual([200, answers[0]?.text]);
  expect(answers[0]?.asked).toEqual(answers[2]?.asked);
});

test('[G9] a section in which nothing is written is null, as a hidden one is', async () => {
  const town = smallTown();
  town.record('empty', 'job', { tenant: 'tim', officer: 'olive', firm: null, home: null, closedAt: null });
  const { body } = await asker(town)(
    'olive',
    '{ repair(id: "empty") { sections { name } plan { title } diary { questions { id } } } }',
  );
  expect(body.data).toEqual({
    repair: { sections: [{ name: 'job.diary' }, { name: 'job.plan' }], plan: null, diary: null },
  });
});

test('[G10] an id that somebody wrote leads to who has a seat there, though no facts name them', async () => {
  const town = smallTown();
  town.write('olive', 'boiler', plan, (draft) => draft.steps.add({ what: 'Ring', by: 'brook', checkedBy: 'brook' }));
  const { body } = await asker(town)('olive', whole, { id: 'boiler' });
  const bea = { name: 'Bea Brook' };
  expect(body.data).toMatchObject({
    repair: { plan: { steps: { nodes: [{}, {}, { by: { colleague: bea }, checkedBy: bea }] } } },
  });
});

test('[G10] an id that somebody wrote leads to those around the record, of whom one may know, and to nobody else', async () => {
  const town = smallTown();
  // A home that the officer may read, and that this repair has nothing to do with.
  town.record('far-away', 'home', { landlord: 'olive' });
  town.write('olive', 'far-away', access, (draft) => (draft.hasDog = true));
  town.write('olive', 'boiler', plan, (draft) =>
    draft.steps.add({ what: 'Ask there', by: 'far-away', at: 'far-away' }),
  );
  const ask = asker(town);
  expect((await ask('olive', '{ home(id: "far-away") { access { hasDog } } }')).body.data).toEqual({
    home: { access: { hasDog: true } },
  });
  expect((await ask('olive', whole, { id: 'boiler' })).body.data).toMatchObject({
    repair: { plan: { steps: { nodes: [{}, { checkedBy: null, at: { id: 'mill-lane' } }, { by: null, at: null }] } } },
  });
  expect((await ask('tim', whole, { id: 'boiler' })).body.data).toMatchObject({
    repair: { plan: { steps: { nodes: [{ by: { colleague: { name: 'Tim Field' } } }, { by: null, at: null }, {}] } } },
  });
});

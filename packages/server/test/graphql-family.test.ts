import { expect, test } from 'vitest';
import { asker } from './graphql-ask.ts';
import { canaries, smallAuthority } from './graphql-authority.ts';

const whole = `query Whole($id: ID!) { family(id: $id) {
  id name sections { id name } hub { name } lead { name }
  people { role person { id name sections { name } identity { givenName familyName } location { school gp } } }
  plan {
    story
    needs { nodes { title headline { code } level { code words } about { name } } }
    outcomes { nodes { text needs { title } } }
    actions { nodes { what dueOn status { code } owners { person { name } practitioner { name } } outcome { text } } }
    questions { label kind row rowId claims { words author { name agency } writtenAt } standing because }
  }
  chronology { nodes { occurredOn text about { name } author { name } writtenAt } }
} }`;

interface Whole {
  readonly family: {
    readonly sections: readonly { readonly name: string }[];
    readonly people: readonly { readonly person: { readonly sections: readonly { readonly name: string }[] } }[];
  };
}

const names = (sections: readonly { readonly name: string }[]) => sections.map(({ name }) => name);

test('[G6] a family has its plan, its people and its chronology', async () => {
  const { body } = await asker(smallAuthority())('lead', whole, { id: 'okafor' });
  expect(body.errors).toBeUndefined();
  expect(body.data).toMatchObject({
    family: {
      id: 'okafor',
      name: 'Okafor',
      lead: { name: 'Jo Morris' },
      people: [
        { role: 'CHILD', person: { id: 'tobi', name: 'Tobi Okafor', location: { school: canaries.location } } },
        { role: 'ADULT', person: { id: 'ada', name: 'Ada Okafor', location: null } },
      ],
      plan: {
        story: expect.stringMatching(/^They moved here in spring\.\n?$/) as string,
        needs: {
          nodes: [
            { title: 'Attendance', headline: { code: 'SF01' }, level: { code: '3' }, about: [{ name: 'Tobi Okafor' }] },
          ],
        },
        outcomes: { nodes: [{ text: 'In school every day', needs: [{ title: 'Attendance' }] }] },
        actions: { nodes: [{ what: 'Transport form', dueOn: '2026-12-01', outcome: { text: 'In school every day' } }] },
      },
      chronology: {
        nodes: [
          { occurredOn: '2025-01-09', text: 'Started school', about: [], author: { name: 'Author 1' } },
          {
            occurredOn: '2026-05-02',
            text: 'Moved',
            about: [{ name: 'Tobi Okafor' }],
            writtenAt: '2026-11-23T10:00:00.000Z',
          },
        ],
      },
    },
  });
});

test('[G7] two dates that were given at once are an open question, with who gave them and which one stands', async () => {
  const { body } = await asker(smallAuthority())('school', whole, { id: 'okafor' });
  expect(body.data).toMatchObject({
    family: {
      plan: {
        questions: [
          {
            label: 'By when',
            kind: 'VALUES',
            row: 'Transport form',
            claims: [
              {
                words: '1 December 2026',
                author: { name: 'Author 2', agency: 'school' },
                writtenAt: '2026-11-23T10:00:00.000Z',
              },
              { words: '8 December 2026', author: { name: 'Author 3' } },
            ],
            standing: '1 December 2026',
            because: expect.stringContaining('earlier') as string,
          },
        ],
      },
    },
  });
});

test('[G8] each role gets the sections that it may read, and no others', async () => {
  const ask = asker(smallAuthority());
  const of = async (who: string) => {
    const { family } = (await ask(who, whole, { id: 'okafor' })).body.data as Whole;
    return [names(family.sections), ...family.people.map(({ person }) => names(person.sections))];
  };
  const everything = ['chronology.shared', 'plan.practice', 'plan.shared'];
  expect(await of('lead')).toEqual([everything, ['person.identity', 'person.location'], ['person.identity']]);
  expect(await of('manager')).toEqual([everything, ['person.identity', 'person.location'], ['person.identity']]);
  expect(await of('school')).toEqual([['chronology.shared', 'plan.shared'], ['person.identity'], ['person.identity']]);
});

test("[G8] no byte of the practice section or of a location is in the school's answer", async () => {
  const answer = await asker(smallAuthority())('school', whole, { id: 'okafor' });
  expect(answer.text).toContain('Transport form');
  expect(answer.text).not.toContain(canaries.location);
  expect(answer.text).not.toContain(canaries.practice);
  expect(answer.text).not.toContain('plan.practice');
  expect(answer.text).not.toContain('person.location');
});

test('[G9] a family that is forbidden and one that does not exist are the same answer to the byte', async () => {
  const ask = asker(smallAuthority());
  const [hidden, former, random] = await Promise.all(
    [
      ['school', 'hidden'],
      ['stranger', 'okafor'],
      ['school', 'Q2Fub3RFeGlzdEF0QWxsMA'],
    ].map(([who = '', id]) => ask(who, whole, { id })),
  );
  expect(hidden?.body).toEqual({ data: { family: null } });
  expect(hidden?.text).toBe(random?.text);
  expect(former?.text).toBe(random?.text);
  expect(hidden?.status).toBe(random?.status);
});

test('[G9] a forbidden family is looked for by the same questions as one that does not exist', async () => {
  const steps = async (id: string) => {
    const authority = smallAuthority();
    await asker(authority)('school', whole, { id });
    return authority.asked;
  };
  expect(await steps('hidden')).toEqual(await steps('nothing'));
});

test('[G9] a person is no family', async () => {
  const { body } = await asker(smallAuthority())('lead', whole, { id: 'tobi' });
  expect(body).toEqual({ data: { family: null } });
});

test('[G10] an id that somebody wrote into a plan leads to nobody outside the family and its team', async () => {
  const { body } = await asker(smallAuthority())('school', whole, { id: 'okafor' });
  expect(body.data).toMatchObject({
    family: {
      plan: {
        needs: { nodes: [{ about: [{ name: 'Tobi Okafor' }] }] },
        actions: {
          nodes: [
            {
              owners: [
                { person: { name: 'Ada Okafor' }, practitioner: null },
                { person: null, practitioner: { name: 'Sam Reed' } },
              ],
            },
          ],
        },
      },
    },
  });
});

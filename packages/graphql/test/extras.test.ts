import { graphqlSchema, printedSchema, refusedFor, type Extras } from '@caseweave/graphql';
import { expect, test } from 'vitest';
import { asker } from './ask.ts';
import { access, home } from './repairs/home.ts';
import { job } from './repairs/job.ts';
import { diary, plan } from './repairs/plan.ts';
import { repairs } from './repairs/repairs.ts';
import { canaries, smallTown } from './repairs/small-town.ts';

const textIn = (json: unknown, member: string): string | null => {
  const value = typeof json === 'object' && json !== null ? (json as Readonly<Record<string, unknown>>)[member] : null;
  return typeof value === 'string' ? value : null;
};

/** What a domain adds: a name, a list by another argument, a mutation with rules of its own, how entries are added. */
const extras: Extras = (tools) => {
  const { builder } = tools;
  builder.objectField(tools.kind(job.name), 'name', (t) =>
    t.string({
      nullable: true,
      description: 'What lists call it.',
      resolve: async (repair, _, { reader }) => textIn(await tools.inBrief(reader, plan, repair), 'title'),
    }),
  );
  builder.objectField(tools.kind(home.name), 'street', (t) =>
    t.string({
      nullable: true,
      description: 'In which street it is.',
      resolve: async (one, _, { reader }) => (await tools.read(reader, access, one))?.view.street,
    }),
  );
  builder.objectField(tools.kind(job.name), 'contractor', (t) =>
    t.field({
      type: tools.unit('firm'),
      nullable: true,
      description: 'The firm, where one may know it.',
      resolve: async (repair, _, { reader }) => {
        const firm = textIn(await reader.told(repair), 'firm');
        return firm === null ? null : reader.unit('firm', firm);
      },
    }),
  );
  builder.queryField('ofFirm', (t) =>
    t.field({
      type: tools.connection(job.name),
      description: 'The repairs of one firm.',
      args: { firm: t.arg.id({ required: true, description: 'Which firm it is.' }) },
      resolve: (_, { firm }, { reader }) =>
        tools.list(reader, {
          kind: job.name,
          narrowed: { facts: { firm: [firm] }, isTold: (told) => textIn(told, 'firm') === firm },
        }),
    }),
  );
  builder.mutationField('promise', (t) =>
    t.field({
      type: tools.editOutcome,
      description: 'Promises a day, and says so in the diary.',
      args: {
        key: t.arg.id({ required: true, description: 'A key of your own.' }),
        repair: t.arg.id({ required: true, description: 'Which repair it is.' }),
        on: t.arg({ type: 'Date', required: true, description: 'On which day.' }),
      },
      resolve: (_, { key, repair, on }, context) =>
        tools.edit(context, {
          request: ['promise', { repair, on }],
          key,
          record: repair,
          section: plan,
          act: 'write',
          change: (open) =>
            on < '2026-12-01'
              ? refusedFor('on', 'the day is to come', 'Give another day.')
              : open.edit((draft) => {
                  draft.visitOn = on;
                }),
        }),
    }),
  );
  tools.append(diary, 'events', (draft, entry) =>
    draft.events.append({ ...(entry as Parameters<typeof draft.events.append>[0]), about: ['tim'] }),
  );
};

test('[G37] what a domain adds is in the schema, beside what follows from its model', () => {
  const [with_, without] = [
    printedSchema(graphqlSchema({ model: repairs, extras })),
    printedSchema(graphqlSchema({ model: repairs })),
  ];

  expect(with_).toContain('ofFirm(');
  expect(without).not.toContain('ofFirm(');
  expect(without.split('\n').filter((line) => !with_.includes(line))).toEqual([]);
});

test('[G37] what extras read has asked the rights, whatever they ask', async () => {
  const town = smallTown();
  const ask = asker(town, { extras });
  const fields = `{ repair(id: "boiler") { name contractor { name } home { street } } ofFirm(firm: "brook") { totalCount } home(id: "mill-lane") { street } }`;
  expect((await ask('olive', fields)).body.data).toEqual({
    repair: {
      name: 'The boiler',
      contractor: { name: 'Brook Heating' },
      home: { street: `Mill Lane ${canaries.access}` },
    },
    ofFirm: { totalCount: 3 },
    home: { street: `Mill Lane ${canaries.access}` },
  });
  expect((await ask('tim', fields)).body.data).toEqual({
    repair: { name: 'The boiler', contractor: null, home: null },
    ofFirm: { totalCount: 0 },
    home: null,
  });
});

test('[G37] what extras write goes the way of all edits, by their own rules and those of the rights', async () => {
  const town = smallTown();
  const ask = asker(town, { extras });
  const promise = async (who: string, on: string, key: string) =>
    (
      await ask(
        who,
        `mutation { promise(key: "${key}", repair: "boiler", on: "${on}") { __typename ... on Refused { refusals { path } } } }`,
      )
    ).body.data;
  expect(await promise('brook', '2026-12-08', 'a')).toEqual({ promise: { __typename: 'Edited' } });
  expect(await promise('brook', '2026-11-08', 'b')).toEqual({
    promise: { __typename: 'Refused', refusals: [{ path: 'on' }] },
  });
  expect(await promise('tim', '2026-12-08', 'c')).toEqual({ promise: { __typename: 'NotAllowed' } });
});

test('[G37] how entries are added is for a domain to say, where that says more than the entry', async () => {
  const town = smallTown();
  const ask = asker(town, { extras });
  const { body } = await ask('olive', '{ repair(id: "boiler") { plan { steps(first: 1) { nodes { id } } } } }');
  const step = (body.data as { repair: { plan: { steps: { nodes: { id: string }[] } } } }).repair.plan.steps.nodes[0]
    ?.id;
  await ask(
    'brook',
    `mutation { addEvent(key: "e", repair: "boiler", values: { text: "Rang", occurredOn: "2026-11-30", step: "${step}" }) { __typename } }`,
  );
  const { text } = await ask(
    'olive',
    '{ repair(id: "boiler") { diary { events { nodes { text about { name } } } } } }',
  );
  expect(text).toContain('[{"text":"Rang","about":[{"name":"Tim Field"}]}]');
});

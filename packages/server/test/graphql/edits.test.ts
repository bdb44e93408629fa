import { randomUUID } from 'node:crypto';
import { planShared } from '@caseweave/family';
import { connect } from '../sync/test-authority.ts';

import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { versionsOf } from '../../src/graphql-sources/versions.ts';
import { takeSnapshot } from '../../src/sections/take-snapshot.ts';
import { useServer } from './service-authority.ts';
import { changeRecord } from '../models/early-help/authority.ts';

const server = useServer(3);

const outcome = `__typename ... on Edited { version row } ... on Refused { refusals { code path rule remedy } }`;
const addEvent = `mutation Add($key: ID!, $family: ID!, $text: String!) {
  addChronologyEvent(key: $key, family: $family, values: {
    occurredOn: "2026-11-20", precision: DAY, significance: NOTABLE, text: $text, sourceAgency: "Oak School"
  }) { ${outcome} }
}`;
const addNeed = `mutation Add($key: ID!, $family: ID!, $values: NewNeed!) {
  addNeed(key: $key, family: $family, values: $values) { ${outcome} }
}`;

interface Told {
  readonly __typename: string;
  readonly version?: string;
  readonly row?: string;
  readonly refusals?: readonly { readonly code: string; readonly path: string }[];
}

async function edit(who: string, query: string, variables: object): Promise<Told> {
  const { data, errors } = await server.ask<Record<string, Told>>(who, query, variables);
  const [told] = Object.values(data ?? {});
  if (told === undefined) throw new Error(JSON.stringify(errors));
  return told;
}

const chronology = `query Read($version: Version!, $family: ID!) { atLeast(version: $version) {
  ... on Reached { query { asOf family(id: $family) { chronology { events { nodes { id text author { id name agency } } } } } } }
  ... on Behind { asOf }
} }`;

test('[G18] what a school system adds to the chronology is read at the version that the edit gave, by whom it was written', async () => {
  const { family } = server.filled;
  const told = await edit('partner', addEvent, { key: randomUUID(), family, text: 'Attendance fell to 82%' });
  expect(told.__typename).toBe('Edited');
  const { data } = await server.ask('worker', chronology, { version: told.version, family });
  expect(data).toMatchObject({
    atLeast: {
      query: {
        family: {
          chronology: {
            events: {
              nodes: [
                {
                  id: told.row,
                  text: 'Attendance fell to 82%',
                  author: { id: 'partner', name: 'Name of partner', agency: 'Oak School' },
                },
              ],
            },
          },
        },
      },
    },
  });
});

test('[G18] a device that is connected receives what a program wrote, as from anybody', async () => {
  const { family } = server.filled;
  const device = await connect(server.filled.server, 'worker');
  const told = await edit('partner', addNeed, {
    key: randomUUID(),
    family,
    values: { title: 'A quiet place to read' },
  });
  await device.until(() => device.view(family, planShared).needs.some(({ id }) => id === told.row));
  expect(device.view(family, planShared).needs.byId(told.row ?? '')?.title).toBe('A quiet place to read');
  await device.close();
});

test('[G19] the same key and the same content are done once and answered the same, at whatever moment', async () => {
  const { family } = server.filled;
  const key = randomUUID();
  const same = { key, family, values: { title: 'Breakfast before school', level: 'LEVEL_OF_NEED_2' } };
  const told = await Promise.all([edit('partner', addNeed, same), edit('partner', addNeed, same)]);
  told.push(await edit('partner', addNeed, same));
  expect(told.map(({ __typename }) => __typename)).toEqual(['Edited', 'Edited', 'Edited']);
  expect(new Set(told.map(({ row }) => row)).size).toBe(1);
  const { data } = await server.ask<{ family: { plan: { needs: { nodes: { title: string }[] } } } }>('lead', needs, {
    family,
  });
  expect(data?.family.plan.needs.nodes.filter(({ title }) => title === 'Breakfast before school')).toHaveLength(1);
});

const needs = `query Needs($family: ID!) { family(id: $family) { plan { needs { nodes { id title level { code } } } } } }`;

test('[G19] a repetition is answered the same when the right has ended meanwhile', async () => {
  const { family, server: running } = server.filled;
  const { tail } = running.node;
  const change = async (type: 'join' | 'part') => {
    await changeRecord(running.node, family, { type, principal: 'stranger' });
    await tail.catchUp();
  };
  await change('join');
  const same = { key: randomUUID(), family, values: { title: 'Written in time' } };
  const told = await edit('stranger', addNeed, same);
  await change('part');
  expect((await edit('stranger', addNeed, same)).row).toBe(told.row);
  expect((await edit('stranger', addNeed, { ...same, key: randomUUID() })).__typename).toBe('NotAllowed');
});

test('[G19] a key with other content is told as reused, and nothing is done', async () => {
  const { family } = server.filled;
  const key = randomUUID();
  await edit('partner', addNeed, { key, family, values: { title: 'One thing' } });
  const other = await edit('partner', addNeed, { key, family, values: { title: 'Another thing' } });
  expect(other).toEqual({ __typename: 'KeyReused' });
  expect(await server.text('lead', needs, { family })).not.toContain('Another thing');
  expect((await edit('worker', addNeed, { key, family, values: { title: "Somebody else's key" } })).__typename).toBe(
    'Edited',
  );
});

test('[G20] what breaks a rule of the section is refused with the rule, and its key stays free', async () => {
  const { family } = server.filled;
  const key = randomUUID();
  const refused = await edit('partner', addNeed, { key, family, values: { title: '' } });
  expect(refused).toMatchObject({ __typename: 'Refused', refusals: [{ code: 'wrong-value', path: 'needs.title' }] });
  expect((await edit('partner', addNeed, { key, family, values: { title: 'Right now' } })).__typename).toBe('Edited');
});

test('[G21] what one may not change, may not read or what does not exist is one answer to the byte', async () => {
  const { family } = server.filled;
  const change = `mutation C($key: ID!, $record: ID!) { addWorry(key: $key, family: $record, values: { text: "?" }) { __typename ... on NotAllowed { words } } }`;
  const told = await Promise.all(
    [
      ['partner', family],
      ['stranger', family],
      ['stranger', 'AAAAAAAAAAAAAAAAAAAAAA'],
      ['partner', 'AAAAAAAAAAAAAAAAAAAAAA'],
    ].map(([who = '', record]) => server.text(who, change, { key: randomUUID(), record })),
  );
  expect(told[0]).toContain('NotAllowed');
  expect(new Set(told).size).toBe(1);
});

const changeNeed = `mutation Change($key: ID!, $family: ID!, $row: ID!, $values: NeedChanges!, $seen: Version) {
  changeNeed(key: $key, family: $family, row: $row, values: $values, seen: $seen) { ${outcome} }
}`;

const questions = `query Q($family: ID!) { asOf family(id: $family) { planInBrief { questions } plan {
  needs { nodes { id level { code } } }
  questions { id section path kind standing claims { id code words isStanding author { id } } }
} } }`;

interface Questions {
  readonly asOf: string;
  readonly family: {
    readonly planInBrief: { readonly questions: number };
    readonly plan: {
      readonly needs: {
        readonly nodes: readonly { readonly id: string; readonly level: { readonly code: string } | null }[];
      };
      readonly questions: readonly {
        readonly id: string;
        readonly section: string;
        readonly path: string;
        readonly claims: readonly { readonly id: string; readonly code: string; readonly isStanding: boolean }[];
      }[];
    };
  };
}

test('[G22] what others wrote after the version that a change was made on is not overwritten: it is a question, until settled', async () => {
  const { ids } = server.filled;
  const family = ids[1]?.family ?? '';
  const made = await edit('partner', addNeed, {
    key: randomUUID(),
    family,
    values: { title: 'Sleep', level: 'LEVEL_OF_NEED_1' },
  });
  const read = async () => {
    const { data } = await server.ask<Questions>('partner', questions, { family });
    if (data === undefined) throw new Error('The plan was not read.');
    return data;
  };
  const { asOf } = await read();
  const change = (who: string, level: string, seen?: string) =>
    edit(who, changeNeed, { key: randomUUID(), family, row: made.row, values: { level }, seen });
  expect((await change('worker', 'LEVEL_OF_NEED_4', asOf)).__typename).toBe('Edited');
  // A snapshot that was taken since does not hide what the asker had seen.
  const { database, authority } = server.filled.server.node;
  const { rows } = await sql<{ id: string }>`select id from section
    where authority = ${authority.id} and record = ${family} and name = 'plan.shared'`.execute(database.db);
  await takeSnapshot(database.db, authority.id, rows[0]?.id ?? '');
  expect((await change('partner', 'LEVEL_OF_NEED_2', asOf)).__typename).toBe('Edited');

  const { plan: asked, planInBrief } = (await read()).family;
  expect(planInBrief).toEqual({ questions: 1 });
  expect(asked.needs.nodes).toMatchObject([{ level: { code: 'LEVEL_OF_NEED_4' } }]);
  expect(asked.questions).toMatchObject([{ section: 'plan.shared', path: 'needs.level' }]);
  const [question] = asked.questions;
  expect(question?.claims.map(({ code, isStanding }) => [code, isStanding]).toSorted()).toEqual([
    ['2', false],
    ['4', true],
  ]);

  const settle = `mutation S($key: ID!, $record: ID!, $question: ID!, $by: Settlement!) {
    settleQuestion(key: $key, record: $record, section: "plan.shared", question: $question, by: $by, reason: "We agreed") { ${outcome} }
  }`;
  const chosen = question?.claims.find(({ code }) => code === '2')?.id;
  const strange = { key: randomUUID(), record: family, question: question?.id, by: { claim: 'AAAA' } };
  expect((await edit('partner', settle, strange)).__typename).toBe('Refused');
  expect((await edit('partner', settle, { ...strange, by: { claim: chosen } })).__typename).toBe('Edited');
  const settled = (await read()).family.plan;
  expect(settled.questions).toEqual([]);
  expect(settled.needs.nodes).toMatchObject([{ level: { code: 'LEVEL_OF_NEED_2' } }]);
  const late = await edit('worker', settle, { ...strange, key: randomUUID(), by: { number: 3 } });
  expect(late).toMatchObject({ __typename: 'Refused', refusals: [{ code: 'no-such-question' }] });
});

test('[G22] without a version, a change is made on all that there is', async () => {
  const family = server.filled.ids[2]?.family ?? '';
  const { row } = await edit('partner', addNeed, {
    key: randomUUID(),
    family,
    values: { title: 'Debt', level: 'LEVEL_OF_NEED_3' },
  });
  await edit('worker', changeNeed, { key: randomUUID(), family, row, values: { level: 'LEVEL_OF_NEED_1' } });
  const { data } = await server.ask<Questions>('lead', questions, { family });
  expect(data?.family.plan.questions).toEqual([]);
  expect(data?.family.plan.needs.nodes).toMatchObject([{ level: { code: 'LEVEL_OF_NEED_1' } }]);
});

test('[G23] many edits at once by one program are all taken, each once', async () => {
  const { family } = server.filled;
  const texts = Array.from({ length: 24 }, (_, index) => `Event number ${index}`);
  const told = await Promise.all(texts.map((text) => edit('partner', addEvent, { key: randomUUID(), family, text })));
  expect(told.filter(({ __typename }) => __typename !== 'Edited')).toEqual([]);
  const { data } = await server.ask<{ family: { chronology: { events: { nodes: { text: string }[] } } } }>(
    'lead',
    `query C($family: ID!) { family(id: $family) { chronology { events(first: 50) { nodes { text } } } } }`,
    { family },
  );
  const written = data?.family.chronology.events.nodes
    .map(({ text }) => text)
    .filter((text) => text.startsWith('Event number'));
  expect(written?.toSorted()).toEqual(texts.toSorted());
  const { database, authority } = server.filled.server.node;
  const { rows } = await sql<{ clients: number }>`select count(*)::int as clients from service_client
    where authority = ${authority.id} and principal = 'partner'`.execute(database.db);
  expect(rows[0]?.clients).toBeLessThanOrEqual(4);
});

test('[G24] a text is added to beside what is there, and a row is struck', async () => {
  const { family } = server.filled;
  const add = `mutation T($key: ID!, $family: ID!, $words: String!) {
    addToText(key: $key, record: $family, text: PLAN_SHARED_STORY, words: $words) { ${outcome} }
  }`;
  await edit('partner', add, { key: randomUUID(), family, words: 'They moved in spring.' });
  await edit('worker', add, { key: randomUUID(), family, words: 'School goes well.' });
  const made = await edit('partner', addNeed, { key: randomUUID(), family, values: { title: 'By mistake' } });
  const strike = `mutation S($key: ID!, $family: ID!, $row: ID!) {
    strike(key: $key, record: $family, section: "plan.shared", row: $row, why: "Wrong family") { ${outcome} }
  }`;
  expect((await edit('partner', strike, { key: randomUUID(), family, row: made.row })).__typename).toBe('Edited');
  const text = await server.text(
    'lead',
    `query R($family: ID!) { family(id: $family) { plan { story needs { nodes { title } } } } }`,
    { family },
  );
  expect(text).toContain(JSON.stringify('They moved in spring.\nSchool goes well.').slice(1, -1));
  expect(text).not.toContain('By mistake');
});

test('[G25] a version that is none of ours is refused; one that is asked for beside other fields too', async () => {
  const { family } = server.filled;
  const query = (version: string) => `{ atLeast(version: "${version}") { __typename } }`;
  expect((await server.ask('lead', query('AAAA'))).errors?.[0]?.extensions?.code).toBe('BAD_VERSION');
  const { version } = await edit('partner', addNeed, { key: randomUUID(), family, values: { title: 'Later' } });
  const node = server.filled.server.node;
  const ahead = versionsOf(node).sealVersion(node.tail.position + 1_000);
  expect((await server.ask('lead', query(ahead))).data).toEqual({ atLeast: { __typename: 'Behind' } });
  const beside = `{ me { id } atLeast(version: "${version}") { __typename } }`;
  expect((await server.ask('lead', beside)).errors?.[0]?.extensions?.code).toBe('NOT_ALONE');
  expect((await server.ask('lead', query(version ?? ''))).data).toEqual({ atLeast: { __typename: 'Reached' } });
});

test('[G24] an entry is added to by its author alone, and stays as it was', async () => {
  const { family } = server.filled;
  const { row } = await edit('partner', addEvent, { key: randomUUID(), family, text: 'Was late on Monday' });
  const add = `mutation A($key: ID!, $family: ID!, $row: ID!, $section: String!) {
    addAddendum(key: $key, record: $family, section: $section, row: $row, words: "It was Tuesday") { ${outcome} }
  }`;
  const asked = { key: randomUUID(), family, row, section: 'chronology.shared' };
  expect(await edit('worker', add, asked)).toMatchObject({ refusals: [{ code: 'not-yours' }] });
  expect(await edit('partner', add, asked)).toMatchObject({ __typename: 'Edited', row });
  const text = await server.text(
    'lead',
    'query C($family: ID!) { family(id: $family) { chronology { events(first: 50) { nodes { text addenda } } } } }',
    { family },
  );
  expect(text).toContain('{"text":"Was late on Monday","addenda":["It was Tuesday"]}');
  const nowhere = { ...asked, key: randomUUID(), row: 'AAAAAAAAAAAA' };
  expect((await edit('partner', add, nowhere)).refusals?.map(({ code }) => code)).toContain('no-such-row');
  expect(await edit('partner', add, { ...nowhere, section: 'family.words' })).toMatchObject({
    __typename: 'NotAllowed',
  });
});

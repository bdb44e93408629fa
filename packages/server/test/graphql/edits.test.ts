import { randomUUID } from 'node:crypto';
import { planShared } from '@caseweave/family';
import { connect } from '../sync/test-authority.ts';
import { expect, test } from 'vitest';
import { useServer } from './service-authority.ts';

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
  ... on Reached { query { asOf family(id: $family) { chronology { id text author { id name agency } } } } }
  ... on Behind { asOf }
} }`;

test('[G18] what a school system adds to the chronology is read at the version that the edit gave, by whom it was written', async () => {
  const { family } = server.filled;
  const told = await edit('school', addEvent, { key: randomUUID(), family, text: 'Attendance fell to 82%' });
  expect(told.__typename).toBe('Edited');
  const { data } = await server.ask('worker', chronology, { version: told.version, family });
  expect(data).toMatchObject({
    atLeast: {
      query: {
        family: {
          chronology: [
            {
              id: told.row,
              text: 'Attendance fell to 82%',
              author: { id: 'school', name: 'Name of school', agency: 'Oak School' },
            },
          ],
        },
      },
    },
  });
});

test('[G18] a device that is connected receives what a program wrote, as from anybody', async () => {
  const { family } = server.filled;
  const device = await connect(server.filled.server, 'worker');
  const told = await edit('school', addNeed, { key: randomUUID(), family, values: { title: 'A quiet place to read' } });
  await device.until(() => device.view(family, planShared).needs.some(({ id }) => id === told.row));
  expect(device.view(family, planShared).needs.byId(told.row ?? '')?.title).toBe('A quiet place to read');
  await device.close();
});

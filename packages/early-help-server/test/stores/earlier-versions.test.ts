import { carryOver } from '@caseweave/early-help-server';
import { earlyHelp } from '@caseweave/family';
import { openDatabase, startServer } from '@caseweave/server';
import { startPostgres, type TestPostgres } from '@caseweave/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chain } from '../../src/carry-over/chain/chain.ts';
import { toldTo } from './told-of.ts';

const family = 'AAAAAAAAAAAAAAAAAAAAAA';
const child = 'AAAAAAAAAAAAAAAAAAAAAQ';
const section = 'AAAAAAAAAAAAAAAAAAAAAg';
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.close());

/** A family with a child, a team and a plan, in what every version from the first one had. */
const rows = `
create table store_version (one boolean primary key default true check (one), version int not null);
insert into authority (id, generation, seq, rights, cursor_key, token_key) values ('main', 'g', 2, 1, decode(repeat('a1', 32), 'hex'), decode(repeat('b2', 32), 'hex'));
insert into hub values ('main', 'east', 'East');
insert into agency values ('main', 'early-help', 'Early help', 'la_early_help');
insert into principal (authority, id, kind, name, agency, hub, roles) values
  ('main', 'lead', 'practitioner', 'Jo', 'early-help', 'east', '{lead}'),
  ('main', 'helper', 'practitioner', 'Asha', 'early-help', 'east', '{taf_practitioner}');
insert into record (authority, id, kind, hub, lead) values ('main', '${family}', 'family', 'east', 'lead'), ('main', '${child}', 'person', null, null);
insert into membership (authority, record, principal, from_ms, to_ms) values
  ('main', '${family}', 'lead', 1, null), ('main', '${family}', 'helper', 1, 5);
insert into grant_ (authority, record, principal, section, act, from_ms, to_ms) values ('main', '${family}', 'helper', 'safety.intelligence', 'read', 1, null);
insert into record_person values ('main', '${family}', '${child}', 'child', 'h');
insert into section (authority, id, record, name) values ('main', '${section}', '${family}', 'plan.shared');
insert into decision (authority, seq, record, kind, at) values ('main', 1, '${family}', 'registered', 1), ('main', 2, '${child}', 'registered', 1);
`;

test.each(chain.map((_, index) => index + 1))('[K10] a store of version %i is carried over', async (version) => {
  const address = await postgres.another();
  const database = openDatabase(address, 1);
  for (const statements of chain.slice(0, version)) await sql.raw(statements).execute(database.db);
  await sql.raw(rows).execute(database.db);
  await sql`insert into store_version (version) values (${version})`.execute(database.db);
  await database.close();

  await using server = await startServer({
    model: earlyHelp,
    database: address,
    carryOver: carryOver(),
    now: () => 1_000,
  });

  const told = await toldTo(server, 'lead');
  expect(told[family]?.facts).toMatchObject({
    hub: { id: 'east', name: 'East' },
    lead: 'lead',
    team: [{ id: 'lead' }],
    persons: [{ person: child }],
  });
  expect(told[family]?.sections['plan.shared']).toMatchObject({ section, acts: { write: true } });
  expect(told[child]?.kind).toBe('person');
  // Their time in the team has ended; the grant names them all the same.
  expect(Object.keys((await toldTo(server, 'helper'))[family]?.sections ?? {})).toEqual(['safety.intelligence']);
});

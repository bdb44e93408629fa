import { randomBytes } from 'node:crypto';
import { earlyHelp, planPractice, planShared, personIdentity } from '@caseweave/family';
import { recordIdFrom } from '@caseweave/protocol';
import { entityIds, openSection, type Draft, type SectionSchema } from '@caseweave/record';
import { graphqlHandler } from '@caseweave/graphql';
import { issueToken, startServer, type Node } from '@caseweave/server';
import { sql, type KyselyPlugin } from 'kysely';
import * as Y from 'yjs';
import type { Db } from '../../src/database/database.ts';
import { enrolDevice } from '../../src/directory/devices.ts';
import { graphqlSources } from '../../src/graphql-sources/graphql-sources.ts';
import { writeGroup } from '../../src/log/write-group.ts';
import { takeSnapshot } from '../../src/sections/take-snapshot.ts';
import { ORIGIN, post, send } from './ask.ts';
import { startPostgres } from '@caseweave/testing';
import { familyFacts, personFacts, practitioner, putPlaces, putPrincipals } from '../models/early-help/authority.ts';

/** A day on which every request is made. */
const NOW = Date.parse('2026-11-23T10:00:00Z');

const AUTHORITY = 'test';

/** A GraphQL endpoint over a real PostgreSQL with some families in it. */
export async function startStore(families: number) {
  const postgres = await startPostgres();
  const server = await startServer({
    model: earlyHelp,
    database: postgres.address,
    authority: AUTHORITY,
    now: () => NOW,
    origins: [ORIGIN],
  });
  const close = async () => {
    await server.close();
    await postgres.close();
  };
  try {
    return { ...(await serve(server.node, families)), url: server.url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function serve(node: Node, families: number) {
  const { authority, database } = node;
  const { db } = database;
  const ids = await fill(node, families);
  let statements = 0;
  const counter: KyselyPlugin = {
    transformQuery({ node }) {
      statements += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  const counted = { ...node, database: { ...database, db: db.withPlugin(counter) } };
  const { fetch } = graphqlHandler(
    { model: earlyHelp, sources: graphqlSources(counted) },
    { origins: [ORIGIN], costLimit: Infinity },
  );
  const tokenOf = async (who: string) => (await issueToken(authority, who, NOW)).token;
  const ask = async (who: string, query: string, variables: Record<string, unknown> = {}) => {
    const authorization = `Bearer ${await tokenOf(who)}`;
    statements = 0;
    const answer = await send(fetch, post({ query, variables }, { authorization }));
    return { ...answer, statements };
  };
  /** What lists show is brought up with the log, as after a filling. */
  const catchUp = () => node.projections.catchUp();
  return { ids, ask, db, tokenOf, catchUp };
}

async function fill(node: Node, families: number) {
  const { db } = node.database;
  await putPlaces(
    node,
    [{ id: 'east', name: 'East' }],
    [
      { id: 'early-help', name: 'Early help', kind: 'la_early_help' },
      { id: 'oak-school', name: 'Oak School', kind: 'school' },
    ],
  );
  await putPrincipals(node, [
    { ...practitioner('lead', 'early-help', 'lead'), name: 'Jo Morris' },
    { ...practitioner('school', 'oak-school', 'taf_practitioner'), name: 'Sam Reed' },
    { ...practitioner('stranger', 'oak-school', 'taf_practitioner'), name: 'Kit Lowe' },
  ]);
  const ids = Array.from({ length: families }, () => ({
    family: recordIdFrom(randomBytes(16)),
    child: recordIdFrom(randomBytes(16)),
  }));
  const started = NOW - 1000;
  const grant = (section: string) => ({ principal: 'lead', section, act: 'read' }) as const;
  const records = ids.flatMap(({ family, child }) => [
    personFacts(child, { voiceAudience: ['lead'], grants: [grant('person.health')], at: started }),
    familyFacts(
      {
        record: family,
        hub: 'east',
        lead: 'lead',
        team: ['lead', 'school'],
        grants: [grant('safety.domestic-abuse'), grant('safety.intelligence')],
        persons: [{ person: child, role: 'child', household: null }],
      },
      started,
    ),
  ]);
  await node.decisions.adopt(records, started);
  const { leases } = await enrolDevice(db, AUTHORITY, 'lead', started);
  const client = leases[0] ?? 0;
  for (const [index, { family, child }] of ids.entries()) {
    await write(db, client, family, planShared, (draft) => {
      draft.familyName = `Family ${index}`;
      draft.nextReviewOn = '2026-12-12';
      draft.needs.add({ title: 'Attendance', about: [child] });
    });
    await write(db, client, family, planPractice, (draft) => draft.analysis.insert(0, 'canary-practice'));
    await write(db, client, child, personIdentity, (draft) => {
      draft.givenName = 'Tobi';
    });
  }
  return ids;
}

/** Appends an edit of a section that was empty, as the log takes it. */
async function write<Schema extends SectionSchema>(
  db: Db,
  client: number,
  record: string,
  schema: Schema,
  change: (draft: Draft<Schema>) => void,
): Promise<void> {
  const doc = new Y.Doc();
  doc.clientID = client;
  const newId = entityIds((length) => randomBytes(length));
  const open = openSection(schema, { doc, now: () => NOW, newId, authorOf: () => undefined });
  open.edit(change);
  open.close();
  const update = Y.encodeStateAsUpdate(doc);
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ seq: number; section: string }>`
      update authority set seq = seq + 1 where id = ${AUTHORITY} returning seq,
        (select id from section where authority = ${AUTHORITY} and record = ${record} and name = ${schema.name}) as section`.execute(
      trx,
    );
    const { seq = 0, section = '' } = rows[0] ?? {};
    await writeGroup(trx, AUTHORITY, {
      judged: [],
      rows: [
        {
          seq,
          section,
          epoch: 1,
          device: 'd',
          principal: 'lead',
          at: NOW,
          batch: seq,
          base: null,
          clients: [client],
          update,
        },
      ],
      moved: [{ section, head: seq, rows: 1, stateVector: Y.encodeStateVector(doc) }],
    });
  });
}

/** Writes the snapshot of every section, as the server does now and then. */
export async function snapshotAll(db: Db): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from section where head > 0`.execute(db);
  for (const { id } of rows) await takeSnapshot(db, AUTHORITY, id);
}

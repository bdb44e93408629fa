import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '@caseweave/embedded-postgres';
import { earlyHelp, type FamilyFacts, type Principal } from '@caseweave/family';
import { recordIdFrom } from '@caseweave/protocol';
import { issueToken, putPeople, putUnits, startServer } from '@caseweave/server';

/**
 * Our server with a PostgreSQL of its own: `node our-server.ts <families>`. One practitioner leads them all, and every
 * section of them is empty. Its processor time includes PostgreSQL's.
 */
const families = Number(process.argv[2]);
const dataFolder = await mkdtemp(join(tmpdir(), 'caseweave-bench-'));
await chmod(dataFolder, 0o755);
const postgres = await startEmbeddedPostgres({ dataFolder });
const server = await startServer({
  database: postgres.connection,
  model: earlyHelp,
  prepare: async ({ database: { db }, authority: { id }, now, decisions }) => {
    await putUnits(db, id, 'hub', [{ id: 'east', name: 'East' }]);
    await putUnits(db, id, 'agency', [{ id: 'early-help', name: 'Early help', more: { kind: 'la_early_help' } }]);
    const agency = { id: 'early-help', kind: 'la_early_help' } as const;
    const who: Principal = { id: 'lead', kind: 'practitioner', agency, hub: 'east', roles: ['lead'] };
    await putPeople(db, id, earlyHelp, [{ who, name: 'Lead' }]);
    const at = now();
    const facts: FamilyFacts = {
      status: 'open',
      hub: 'east',
      lead: 'lead',
      team: [{ principal: 'lead', from: at, to: null }],
      grants: [],
      barred: [],
      socialCareOpenTo: [],
      persons: [],
    };
    const records = Array.from({ length: families }, () => ({
      record: recordIdFrom(randomBytes(16)),
      kind: 'family',
      facts,
    }));
    await decisions.adopt(records, at);
  },
});

const ticksPerSecond = 100;

/** Milliseconds that PostgreSQL's processes have used, those that have ended among them. */
function postgresCpu(): number {
  const postmaster = readFileSync(join(dataFolder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0];
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [{ pid, fields: readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [] }];
      } catch {
        // It ended between the two reads; its parent has its time.
        return [];
      }
    })
    .filter(({ pid, fields }) => pid === postmaster || fields[1] === postmaster);
  const ticks = stats.reduce(
    (sum, { fields }) => sum + fields.slice(11, 15).reduce((all, one) => all + Number(one), 0),
    0,
  );
  return (ticks * 1_000) / ticksPerSecond;
}

process.on('message', (asked: { readonly token?: true }) => {
  if (asked.token === true) {
    void issueToken(server.node.authority, 'lead', Date.now()).then(({ token }) => process.send?.({ token }));
    return;
  }
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: (user + system) / 1_000 + postgresCpu() });
});
process.on('disconnect', () => {
  void (async () => {
    await server.close();
    await postgres.stop();
    await removeEmbeddedPostgres(dataFolder);
    await rm(dataFolder, { recursive: true, force: true });
    process.exit(0);
  })();
});
process.send?.({ port: server.port });

import { randomBytes } from 'node:crypto';
import { earlyHelp } from '@caseweave/family';
import { recordIdFrom } from '@caseweave/protocol';
import { issueToken, startServer, type RunningServer } from '@caseweave/server';
import { type Kept, TestDevice } from '@caseweave/testing';
import { familyFacts, personFacts, practitioner, putPlaces, putPrincipals } from '../models/early-help.ts';

export { startPostgres } from '@caseweave/testing';

export const newRecordId = () => recordIdFrom(randomBytes(16));

/** People of several agencies around one family with one child. */
async function fillAuthority({ node }: RunningServer, families = 1) {
  const at = node.now();
  await putPlaces(
    node,
    [{ id: 'east', name: 'East' }],
    [
      { id: 'early-help', name: 'Early help', kind: 'la_early_help' },
      { id: 'oak-school', name: 'Oak School', kind: 'school' },
    ],
  );
  await putPrincipals(node, [
    practitioner('lead', 'early-help', 'lead'),
    practitioner('worker', 'early-help', 'taf_practitioner'),
    practitioner('school', 'oak-school', 'taf_practitioner'),
    practitioner('stranger', 'oak-school', 'taf_practitioner'),
  ]);
  const ids = Array.from({ length: families }, () => ({ family: newRecordId(), child: newRecordId() }));
  const records = ids.flatMap(({ family, child }) => [
    personFacts(child),
    familyFacts(
      {
        record: family,
        hub: 'east',
        lead: 'lead',
        team: ['lead', 'worker', 'school'],
        persons: [{ person: child, role: 'child', household: 'h' }],
      },
      at,
    ),
  ]);
  await node.decisions.adopt(records, at);
  const [first] = ids;
  if (first === undefined) throw new Error('An authority without families is no use here.');
  return { ...first, ids };
}

/** Signs somebody in and connects a device of theirs. */
export async function connect(server: RunningServer, principal: string, kept?: Kept): Promise<TestDevice> {
  const { token } = await issueToken(server.node.authority, principal, server.node.now());
  return TestDevice.connect(server.url, token, kept);
}

/** A server over an authority of its own in a PostgreSQL, filled; closing it checks that nothing failed unseen. */
export async function startFilled(
  address: Parameters<typeof startServer>[0]['database'],
  families = 1,
  now: () => number = Date.now,
) {
  const failures: unknown[] = [];
  const server = await startServer({
    model: earlyHelp,
    database: address,
    authority: `a-${newRecordId()}`,
    now,
    report: (_, error) => failures.push(error),
  });
  const filled = await fillAuthority(server, families);
  return {
    server,
    ...filled,
    failures,
    [Symbol.asyncDispose]: () => server.close(),
  };
}

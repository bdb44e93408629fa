import {
  browserClock,
  browserRandom,
  indexedDbStore,
  tabChannel,
  webLocks,
  webSocketTransport,
} from '@caseweave/browser';
import { openCaseload } from '@caseweave/caseload';
import { earlyHelp } from '@caseweave/family';
import { sectionPort } from '@caseweave/model';
import { deviceIdFrom, type PrincipalId, recordIdFrom, sectionIdFrom } from '@caseweave/protocol';
import { planState } from './documents.ts';

const scope = { authority: 'bench', principal: 'lead' };
const sections = ['plan.shared', 'plan.practice', 'family.words', 'chronology.shared', 'notes.early-help', 'oversight'];
const acts = { read: true, write: true, append: true };
const random = (): Uint8Array => browserRandom.bytes(16);

/** Keeps a caseload: for each family six sections, the plan with its document and what the list shows of it. */
export async function fillOurs(families: number): Promise<void> {
  const store = indexedDbStore(scope);
  await store.load();
  await store.commit(
    [
      {
        type: 'device',
        device: {
          device: deviceIdFrom(random()),
          principal: { id: 'lead' as PrincipalId, name: 'Lead', organisation: null },
          generation: 'one',
          leases: [1_234_567_890],
        },
      },
    ],
    'strict',
  );
  for (let place = 0; place < families; place += 1) {
    const record = recordIdFrom(random());
    const facts = JSON.stringify({
      status: 'open',
      hub: { id: 'east', name: 'East' },
      lead: 'lead',
      team: [],
      persons: [],
    });
    const rows = sections.map((name) => ({
      section: sectionIdFrom(random()),
      record,
      name,
      epoch: 1,
      acts,
      authors: [],
      projection: name === 'plan.shared' ? JSON.stringify({ familyName: `Family ${place}`, openNeeds: 3 }) : null,
      stale: false,
      pending: false,
      held: true,
      closed: [],
    }));
    const [plan] = rows;
    if (plan === undefined) continue;
    await store.commit(
      [
        { type: 'record', record: { record, kind: 'family', facts, pending: false } },
        ...rows.map((section) => ({ type: 'section', section }) as const),
        { type: 'base', section: plan.section, updates: [planState(place)] },
      ],
      'relaxed',
    );
  }
  store.close();
}

/** Opens the caseload offline until its list can be shown, and gives how long that took. */
export async function openOurs(families: number): Promise<number> {
  const start = performance.now();
  const caseload = await openCaseload({
    store: indexedDbStore(scope),
    locks: webLocks(scope),
    channel: tabChannel(scope),
    transport: webSocketTransport({ url: 'ws://127.0.0.1:9/' }),
    clock: browserClock,
    random: browserRandom,
    token: async () => ({ type: 'sign-in-needed' }),
    ...sectionPort(earlyHelp),
    switchedOn: false,
  });
  const listed = caseload.records().filter(({ sections }) => sections.some(({ projection }) => projection !== null));
  const ms = performance.now() - start;
  if (listed.length !== families) throw new Error(`${listed.length} of ${families} families are listed.`);
  await caseload.close();
  return ms;
}

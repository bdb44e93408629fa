import {
  type Caseload,
  type DecisionPort,
  manualClock,
  memoryDisk,
  memoryLocks,
  memoryTabs,
  openCaseload,
  seededRandom,
  type StoreChange,
} from '@caseweave/caseload';
import { collection, defineSection, log, position, register, type SectionSchema, setOf, text } from '@caseweave/record';
import * as Y from 'yjs';
import * as z from 'zod';

export const plan = defineSection({
  name: 'plan',
  version: 1,
  oldestWriter: 1,
  fields: {
    title: register(z.string().max(40), { label: 'Title' }),
    tags: setOf(z.string()),
    actions: collection({ what: register(z.string()), note: text({ label: 'Note' }), place: position() }),
    calls: log({ said: register(z.string()) }),
  },
});

type Row<Type extends StoreChange['type']> = Extract<StoreChange, { type: Type }>;
const recordId = 'AAAAAAAAAAAAAAAAAAAAAA' as Row<'record'>['record']['record'];
const sectionId = 'BBBBBBBBBBBBBBBBBBBBBA' as Row<'section'>['section']['section'];

const allocation: DecisionPort = {
  record: () => recordId,
  records: () => [],
  fold: (_facts, command) => (command === null ? null : { depot: command }),
  words: (command) => `Allocated to ${JSON.stringify(command)}`,
};

/** What the server has when people gave these titles apart. */
function saying(titles: readonly string[]): Uint8Array {
  const doc = new Y.Doc();
  doc.getArray('claims').push(titles.map((words) => ['', 'title', words]));
  return Y.encodeStateAsUpdate(doc);
}

/** A device that holds one job and cannot reach its server. */
export async function offlineCaseload({
  title = [],
  schema = plan,
  facts = {},
  decisions = allocation,
  writes = true,
}: {
  readonly title?: readonly string[];
  /** Of the section called plan. */
  readonly schema?: SectionSchema;
  readonly facts?: object;
  readonly decisions?: DecisionPort;
  /** Whether one may write in the plan. */
  readonly writes?: boolean;
} = {}): Promise<{
  caseload: Caseload;
  record: typeof recordId;
  openTab: () => Promise<Caseload>;
}> {
  const disk = memoryDisk();
  const [locks, tab] = [memoryLocks(), memoryTabs()];
  const store = disk.store();
  const device = 'CCCCCCCCCCCCCCCCCCCCCA' as NonNullable<Row<'device'>['device']>['device'];
  const principal = { id: 'asha', name: 'Asha Patel', organisation: null } as NonNullable<
    Row<'device'>['device']
  >['principal'];
  await store.commit(
    [
      { type: 'device', device: { device, principal, generation: 'g1', leases: [11] } },
      {
        type: 'decisions',
        decisions: {
          record: recordId,
          decisions: ['{"key":"d1","command":"Wednesfield","by":{"id":"ben","name":"Ben"},"at":1}'],
        },
      },
      { type: 'record', record: { record: recordId, kind: 'job', facts: JSON.stringify(facts), pending: false } },
      {
        type: 'section',
        section: {
          section: sectionId,
          record: recordId,
          name: 'plan',
          epoch: 1,
          acts: { read: true, write: writes, append: writes },
          authors: [],
          projection: null,
          stale: false,
          held: true,
          closed: [],
          pending: false,
        },
      },
      { type: 'base', section: sectionId, updates: [saying(title)] },
    ],
    'strict',
  );
  const openTab = () =>
    openCaseload({
      store: disk.store(),
      clock: manualClock(),
      random: seededRandom(1),
      locks,
      channel: tab(),
      transport: { connect: () => ({ send: () => {}, close: () => {} }) },
      token: async () => ({ type: 'sign-in-needed' }),
      schemas: (name) => (name === 'plan' ? schema : undefined),
      project: () => null,
      decisions,
      switchedOn: false,
    });
  return { caseload: await openTab(), record: recordId, openTab };
}

import type { AppCallback, Caseload, CaseloadOptions, DecisionPort, OpenRecord } from '@caseweave/caseload';
import { defineSection, register, text } from '@caseweave/record';
import { describe, expect, test } from 'vitest';
import { decisionPort } from './world/decisions.ts';
import { device, settled } from './world/device.ts';
import { LoopbackAuthority, writing } from './world/loopback-authority.ts';
import { notes, plan, schemas } from './world/schemas.ts';

const mistake = new Error('a mistake of the app');
const fail = (): never => {
  throw mistake;
};

/** A validator, as Standard Schema has it: of texts, and failing over some. */
const words = {
  '~standard': {
    version: 1 as const,
    vendor: 'the app',
    validate: (value: unknown) => {
      if (value === 'odd') fail();
      return typeof value === 'string' ? { value } : { issues: [{ message: 'no text' }] };
    },
    types: undefined as { input: string; output: string } | undefined,
  },
};

/** The plan of an app whose schema is full of mistakes. */
const oddPlan = defineSection({
  name: 'plan',
  version: 2,
  oldestWriter: 1,
  fields: {
    title: register(words, { standing: { choose: fail, because: 'it stands' }, words: fail }),
    since: register(words),
    story: text(),
  },
  upgrades: { 2: { fields: fail } },
});
const oddSchemas = (name: string) => (name === 'plan' ? oddPlan : schemas(name));

const portThat = (throwing: Partial<DecisionPort>): Partial<CaseloadOptions> => ({
  decisions: { ...decisionPort, ...throwing },
});

/** What is done with a caseload so that one function of the app throws. */
interface Mistake {
  /** What the function is, where it is one of several. */
  readonly of?: string;
  readonly options?: Partial<CaseloadOptions>;
  readonly arrange?: (caseload: Caseload, open: OpenRecord) => void;
}

const listeners: readonly Mistake[] = [
  { of: 'the caseload', arrange: (caseload) => caseload.subscribe(fail) },
  { of: 'a record', arrange: (_, open) => open.subscribe(fail) },
  { of: 'an open section', arrange: (_, open) => open.section('notes')?.subscribe(fail) },
  { of: 'what is behind it', arrange: (_, open) => open.section('notes')?.current.subscribe(fail) },
  { of: 'its document', arrange: (_, open) => open.section('notes')?.current.doc.on('update', fail) },
  {
    of: 'what comes before updates',
    arrange: (_, open) => open.section('notes')?.current.doc.on('afterTransactionCleanup', fail),
  },
  { of: 'what comes first', arrange: (_, open) => open.section('notes')?.current.doc.on('beforeObserverCalls', fail) },
  { of: 'its claims', arrange: (_, open) => open.section('notes')?.current.doc.getArray('claims').observe(fail) },
  { of: 'its presence', arrange: (_, open) => open.section('notes')?.presence.on('change', fail) },
];

/** Every function of an app that throws; one that is missing does not compile. */
const mistakes: { readonly [Where in AppCallback]: readonly Mistake[] } = {
  attentionWords: [{ options: { attentionWords: fail } }],
  'decisions.check': [{ options: portThat({ check: fail }) }],
  'decisions.fold': [{ options: portThat({ fold: fail }) }],
  'decisions.record': [{ options: portThat({ record: fail }) }],
  'decisions.records': [{ options: portThat({ records: fail }) }],
  'decisions.words': [{ options: portThat({ words: fail }) }],
  listener: listeners,
  project: [
    { of: 'all', options: { project: fail } },
    { of: 'what is no JSON', options: { project: () => 7n as unknown as number } },
  ],
  schemas: [{ options: { schemas: (name) => (name === 'plan' ? fail() : schemas(name)) } }],
  standing: [{ options: { schemas: oddSchemas } }],
  token: [
    { of: 'at once', options: { token: fail } },
    { of: 'later', options: { token: async () => fail() } },
    { of: 'nothing', options: { token: async () => undefined as never } },
  ],
  upgrade: [{ options: { schemas: oddSchemas } }],
  validator: [{ options: { schemas: oddSchemas } }],
  words: [{ options: { schemas: oddSchemas } }],
};

const table = (Object.keys(mistakes) as AppCallback[]).flatMap((where) =>
  mistakes[where].map((one) => ({ where, name: one.of === undefined ? where : `${where}, of ${one.of}`, ...one })),
);

describe('functions of the app that throw', () => {
  test.for(table)('[C46] $name: it is told, and nothing else is harmed', async ({ where, options, arrange }) => {
    const authority = new LoopbackAuthority();
    const record = authority.addRecord();
    const plans = authority.addSection(record, 'plan', { asha: writing, ben: writing });
    authority.addSection(record, 'notes', { asha: writing, ben: writing });
    const ben = await device(authority, 'ben', 2).openTab();
    const theirs = await ben.open(record);
    // Two titles written apart, of which one is odd: a question, and a value that its validator fails over.
    theirs.section(plan)?.edit((draft) => void (draft.title = 'First'));
    await settled();
    const kept = authority.sections.get(plans);
    for (const title of ['Second', 'odd']) kept?.doc.getArray('claims').push([['', 'title', title, {}]]);
    const here = device(authority, 'asha');
    const told: unknown[] = [];
    const isTokenless = where === 'token';
    if (isTokenless) await (await here.openTab()).close();
    const asha = await here.openTab({ ...options, onError: (...said) => told.push(said) });
    const open = await asha.open(record);
    const heard = { caseload: 0, section: 0 };
    arrange?.(asha, open);
    asha.subscribe(() => (heard.caseload += 1));
    open.section(notes)?.subscribe(() => (heard.section += 1));

    const mine = open.section(notes)?.edit((draft) => void (draft.words = 'Mine'));
    const decided = await asha.decide({ type: 'join', record, who: 'Jo' });
    await settled();
    theirs.section(notes)?.presence.setLocalState({ at: 'words' });
    theirs.section(notes)?.edit((draft) => void (draft.words = 'Theirs'));
    await settled();
    // One that is not taken needs attention, in whatever words.
    authority.refuse = (_, { principal }) => (principal === 'asha' ? 'wrong-claim' : null);
    open.section(notes)?.edit((draft) => void (draft.words = 'Not taken'));
    await settled();

    expect(mine?.type).toBe('edited');
    expect(decided.type).toBe(where.startsWith('decisions') ? 'refused' : 'on-device');
    expect(heard.caseload).toBeGreaterThan(0);
    expect(heard.section).toBeGreaterThan(0);
    expect(asha.edits().map(({ state }) => state)).toEqual(
      isTokenless ? ['on-device', 'on-device', 'on-device'] : ['attention'],
    );
    expect(asha.status()).toMatchObject({ storage: null, saving: 0, connection: isTokenless ? 'offline' : 'online' });
    if (!isTokenless) {
      expect(open.section(notes)?.current.view().words).toBe('Theirs');
      expect(theirs.section(notes)?.current.view().words).toBe('Theirs');
    }
    expect(asha.records()).toHaveLength(1);
    await asha.close();
    expect(told.filter((one) => Array.isArray(one) && one[0] === where)).not.toEqual([]);
  });
});

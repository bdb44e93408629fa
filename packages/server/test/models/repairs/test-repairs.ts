import { randomBytes } from 'node:crypto';
import { recordIdFrom } from '@caseweave/protocol';
import { loadStates, type Node, putPeople, putUnits } from '@caseweave/server';
import type { TestDevice } from '@caseweave/testing';
import type { Change, GivenCommand, TestModel } from '../test-model.ts';
import { type JobFacts, plainHome, type Staff } from './facts.ts';
import { repairs } from './repairs.ts';
import { alarm, diary, estimate, keys, plan } from './sections.ts';

const person = (id: string, firm: string | null, more: Partial<Staff> = {}) => ({
  who: { id, firm, district: null, roles: [], ...more },
  name: `Name of ${id}`,
});

const firmOf: Readonly<Record<string, string>> = { partner: 'oak', stranger: 'oak', nurse: 'elm' };
const told = (device: TestDevice, record: string) =>
  device.facts(record) as {
    readonly workers: readonly { readonly who: string; readonly until: number | null }[];
    readonly district: string | null;
    readonly homes: readonly string[];
  };

/** Repairs, as the tests of the server use them. */
export const testRepairs: TestModel = {
  name: 'repairs',
  model: repairs,
  names: {
    kind: 'job',
    plan: plan.name,
    title: 'title',
    secret: estimate.name,
    hidden: keys.name,
    named: alarm.name,
    notes: 'notes.elm',
    nobody: 'no-such-person',
    nowhere: 'no-such-district',
    already: { words: 'They work there already.', stands: 'Name of nurse works at the job.' },
  },
  organisations: { lead: null, partner: 'Oak Heating' },
  async fill({ database: { db }, authority: { id }, model, now, decisions }: Node, records: number) {
    await putUnits(db, id, 'firm', [
      { id: 'oak', name: 'Oak Heating' },
      { id: 'elm', name: 'Elm Roofs' },
    ]);
    await putUnits(db, id, 'district', [
      { id: 'east', name: 'East' },
      { id: 'west', name: 'West' },
    ]);
    await putPeople(db, id, model.now, [
      ...['lead', 'worker', 'partner', 'stranger', 'nurse'].map((who) => person(who, firmOf[who] ?? null)),
      person('manager', null, { roles: ['supervisor'], district: 'east' }),
    ]);
    const at = now();
    const filled = Array.from({ length: records }, () => ({ record: newId(), linked: newId() }));
    const adopted = filled.flatMap(({ record, linked }) => {
      const facts: JobFacts = {
        officer: 'lead',
        district: 'east',
        workers: ['lead', 'worker', 'partner'].map((who) => ({ who, from: at, to: null })),
        named: [],
        barred: [],
        homes: [linked],
      };
      return [
        { record: linked, kind: 'home', facts: { ...plainHome, isGuarded: true } },
        { record, kind: 'job', facts },
      ];
    });
    await decisions.adopt(adopted, at);
    return filled;
  },
  async addReader({ database: { db }, authority: { id }, model }, who, { linked }) {
    await putPeople(db, id, model.now, [person(who, null, { home: linked })]);
  },
  async putAs({ database: { db }, authority: { id }, model }, who, { name, supervises }) {
    const more = supervises === null ? {} : { roles: ['supervisor'], district: supervises };
    const one = person(who, firmOf[who] ?? null, more);
    await putPeople(db, id, model.now, [name === undefined ? one : { ...one, name }]);
  },
  async takeOut({ database: { db }, authority: { id }, decisions, now }, record) {
    const facts = (await loadStates(db, id, [record])).get(record)?.facts as JobFacts;
    await decisions.adopt([{ record, kind: 'job', facts: { ...facts, district: null } }], now());
  },
  command: (record, change) => ({ record, ...formOf(change) }),
  begin: ({ record, linked }, which, sections = []) => ({
    type: 'report',
    record,
    officer: 'lead',
    homes: [{ home: linked, isNew: which === 'new' }],
    sections,
  }),
  barFromLinked: (linked, who) => ({ type: 'bar-from-home', record: linked, who }),
  title: (device, record, words) => device.write(record, plan, (draft) => (draft.title = words)),
  titleOf: (device, record) => device.view(record, plan).title,
  story: (device, record, words, without = 0) =>
    device.write(record, plan, (draft) => {
      if (without > 0) draft.story.delete(0, without);
      draft.story.insert(0, words);
    }),
  storyOf: (device, record) => device.view(record, plan).story.text,
  hide: (device, record, words) => device.write(record, estimate, (draft) => draft.analysis.insert(0, words)),
  hideLinked: (device, linked, words) => device.write(linked, keys, (draft) => (draft.where = words)),
  enter: (device, record, words) =>
    device.write(record, diary, (draft) => {
      draft.entries.append({ text: words });
    }),
  addTo: (device, record, words) =>
    device.write(record, diary, (draft) => {
      draft.entries.byId(device.view(record, diary).entries[0]?.id ?? '').addendum(words);
    }),
  entriesOf: (device, record) => device.view(record, diary).entries,
  workersOf: (device, record) => told(device, record).workers.map(({ who, until }) => ({ id: who, until })),
  districtOf: (device, record) => told(device, record).district,
  linksOf: (device, record) => told(device, record).homes,
};

const newId = () => recordIdFrom(randomBytes(16));

function formOf(change: Change): GivenCommand {
  switch (change.type) {
    case 'allocate':
      return { type: 'allocate', district: change.to };
    case 'name':
      return { until: null, ...change, section: alarm.name };
    case 'join':
      return { until: null, ...change };
    case 'leave':
    case 'appoint':
    case 'bar':
      return change;
  }
}

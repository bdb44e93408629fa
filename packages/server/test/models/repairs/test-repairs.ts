import { randomBytes } from 'node:crypto';
import { recordIdFrom } from '@caseweave/protocol';
import { type Node, putPeople, putUnits } from '@caseweave/server';
import type { Change, TestModel } from '../test-model.ts';
import { type JobFacts, plainHome, type Staff } from './facts.ts';
import { repairs } from './repairs.ts';
import { alarm, diary, estimate, keys, plan } from './sections.ts';

const person = (id: string, firm: string | null, more: Partial<Staff> = {}) => ({
  who: { id, firm, district: null, roles: [], ...more },
  name: `Name of ${id}`,
});

/** Repairs, as the tests of the server use them. */
export const testRepairs: TestModel = {
  name: 'repairs',
  model: repairs,
  plan: plan.name,
  secret: estimate.name,
  diary: diary.name,
  hidden: keys.name,
  named: alarm.name,
  notes: 'notes.oak',
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
      person('lead', null),
      person('worker', null),
      person('partner', 'oak'),
      person('stranger', 'oak'),
      person('manager', null, { roles: ['supervisor'], district: 'east' }),
      person('nurse', 'elm'),
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
        { record: linked, kind: 'home', facts: plainHome },
        { record, kind: 'job', facts },
      ];
    });
    await decisions.adopt(adopted, at);
    return filled;
  },
  async addReader({ database: { db }, authority: { id }, model }, who, { linked }) {
    await putPeople(db, id, model.now, [person(who, null, { home: linked })]);
  },
  async changeWorker({ database: { db }, authority: { id }, model }, { name, supervises }) {
    const more = supervises === null ? {} : { roles: ['supervisor'], district: supervises };
    const one = person('worker', null, more);
    await putPeople(db, id, model.now, [name === undefined ? one : { ...one, name }]);
  },
  command: (record, change) => ({ record, ...formOf(change) }),
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
  workersOf: (device, record) => {
    const told = device.facts(record) as { workers: { who: string; until: number | null }[] };
    return told.workers.map(({ who, until }) => ({ id: who, until }));
  },
};

const newId = () => recordIdFrom(randomBytes(16));

function formOf(change: Change): object {
  switch (change.type) {
    case 'allocate':
      return { type: 'allocate', district: change.to };
    case 'name':
      return { until: null, ...change, section: alarm.name };
    case 'join':
    case 'leave':
    case 'appoint':
    case 'bar':
      return change;
  }
}

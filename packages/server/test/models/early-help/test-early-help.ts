import { randomBytes } from 'node:crypto';
import {
  chronologyShared,
  type DescribedFamily,
  earlyHelp,
  type FamilyFacts,
  personLocation,
  planPractice,
  planShared,
  type Role,
} from '@caseweave/family';
import { recordIdFrom } from '@caseweave/protocol';
import { loadStates, type Node } from '@caseweave/server';
import type { TestDevice } from '@caseweave/testing';
import type { Change, GivenCommand, TestModel } from '../test-model.ts';
import { familyFacts, personFacts, practitioner, putPlaces, putPrincipals } from './authority.ts';

const newId = () => recordIdFrom(randomBytes(16));
const agencyOf: Readonly<Record<string, string>> = { partner: 'oak-school', stranger: 'oak-school', nurse: 'health' };
const told = (device: TestDevice, record: string) => device.facts(record) as DescribedFamily;
const of = (who: string, role: Role, hub = 'east') => practitioner(who, agencyOf[who] ?? 'early-help', role, hub);

/** Early help, as the tests of the server use it. */
export const testEarlyHelp: TestModel = {
  name: 'early-help',
  model: earlyHelp,
  names: {
    kind: 'family',
    plan: planShared.name,
    title: 'familyName',
    secret: planPractice.name,
    hidden: personLocation.name,
    named: 'safety.intelligence',
    notes: 'notes.health',
    nobody: 'cannot-join',
    nowhere: 'no-such-hub',
    already: {
      words: 'It is so already. There is nothing more to do.',
      stands: 'Name of nurse is in the team.',
    },
  },
  organisations: { lead: 'Early help', partner: 'Oak School' },
  async fill(node: Node, records: number) {
    await putPlaces(
      node,
      [
        { id: 'east', name: 'East' },
        { id: 'west', name: 'West' },
      ],
      [
        { id: 'early-help', name: 'Early help', kind: 'la_early_help' },
        { id: 'oak-school', name: 'Oak School', kind: 'school' },
        { id: 'health', name: 'Agency health', kind: 'health_visiting' },
      ],
    );
    await putPrincipals(node, [
      of('lead', 'lead'),
      of('manager', 'manager'),
      of('nurse', 'taf_practitioner', 'west'),
      ...['worker', 'partner', 'stranger'].map((who) => of(who, 'taf_practitioner')),
    ]);
    const at = node.now();
    const filled = Array.from({ length: records }, () => ({ record: newId(), linked: newId() }));
    const adopted = filled.flatMap(({ record, linked }) => {
      const persons = [{ person: linked, role: 'child', household: 'h' }] as const;
      const team = ['lead', 'worker', 'partner'];
      return [personFacts(linked), familyFacts({ record, hub: 'east', lead: 'lead', team, persons }, at)];
    });
    await node.decisions.adopt(adopted, at);
    return filled;
  },
  addReader: (node, who, { linked }) =>
    putPrincipals(node, [
      { id: who, kind: 'young-person', name: 'Name', agency: null, hub: null, roles: [], person: linked },
    ]),
  putAs(node, who, { name = `Name of ${who}`, supervises }) {
    const role = supervises === null ? 'taf_practitioner' : 'manager';
    return putPrincipals(node, [{ ...of(who, role, supervises ?? 'east'), name }]);
  },
  async takeOut({ database: { db }, authority: { id }, decisions, now }, record) {
    const facts = (await loadStates(db, id, [record])).get(record)?.facts as FamilyFacts;
    await decisions.adopt([{ record, kind: 'family', facts: { ...facts, hub: null } }], now());
  },
  command: (record, change) => ({ record, ...formOf(change) }),
  begin: ({ record, linked }, which, sections = []) => ({
    type: 'register-family',
    record,
    hub: 'east',
    lead: 'lead',
    persons: [{ person: linked, role: 'child', household: 'h', isNew: which === 'new' }],
    sections,
  }),
  barFromLinked: (linked, who) => ({ type: 'bar-from-person', record: linked, principal: who }),
  title: (device, record, words) => device.write(record, planShared, (draft) => (draft.familyName = words)),
  titleOf: (device, record) => device.view(record, planShared).familyName,
  story: (device, record, words, without = 0) =>
    device.write(record, planShared, (draft) => {
      if (without > 0) draft.story.delete(0, without);
      draft.story.insert(0, words);
    }),
  storyOf: (device, record) => device.view(record, planShared).story.text,
  hide: (device, record, words) => device.write(record, planPractice, (draft) => draft.analysis.insert(0, words)),
  hideLinked: (device, linked, words) =>
    device.write(linked, personLocation, (draft) => {
      draft.addresses.add({ lines: words });
    }),
  enter: (device, record, words) =>
    device.write(record, chronologyShared, (draft) => {
      draft.events.append({
        occurredOn: '2026-03-02',
        precision: 'day',
        significance: 'notable',
        text: words,
        sourceAgency: 'School',
        about: [],
      });
    }),
  addTo: (device, record, words) =>
    device.write(record, chronologyShared, (draft) => {
      draft.events.byId(device.view(record, chronologyShared).events[0]?.id ?? '').addendum(words);
    }),
  entriesOf: (device, record) => device.view(record, chronologyShared).events,
  workersOf: (device, record) => told(device, record).team.map(({ id, until }) => ({ id, until })),
  districtOf: (device, record) => told(device, record).hub?.name ?? null,
  linksOf: (device, record) => told(device, record).persons.map(({ person }) => person),
};

function formOf(change: Change): GivenCommand {
  switch (change.type) {
    case 'join':
      return { type: 'join-team', principal: change.who, until: change.until ?? null };
    case 'leave':
      return { type: 'leave-team', principal: change.who };
    case 'appoint':
      return { type: 'appoint-lead', principal: change.who };
    case 'allocate':
      return { type: 'allocate', hub: change.to };
    case 'name': {
      const { who, level, until = null } = change;
      return { type: 'grant-family-access', principal: who, section: 'safety.intelligence', act: level, until };
    }
    case 'bar':
      return { type: 'bar-from-family', principal: change.who };
  }
}

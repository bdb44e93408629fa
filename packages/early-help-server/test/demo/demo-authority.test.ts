import { demoAuthority, type DemoRecord, type DemoSection } from '@caseweave/early-help-server';
import { checkNhsNumber, checkUpn, earlyHelp, planShared, type Principal } from '@caseweave/family';
import { findingsIn, type RecordState } from '@caseweave/model';
import { admit, isPrincipalId, isRecordId } from '@caseweave/protocol';
import { entityIds, openSection, readSection, shapeOf } from '@caseweave/record';
import { beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';

const today = '2026-11-23';
const now = Date.parse(`${today}T12:00:00Z`);
const authority = demoAuthority({ seed: 'caseweave', families: 40, today });
let records: readonly DemoRecord[] = [];

beforeAll(() => {
  records = [...authority.records];
});

const documentOf = ({ authored }: DemoSection): Y.Doc => {
  const doc = new Y.Doc();
  for (const { update } of authored) Y.applyUpdate(doc, update);
  return doc;
};
const sectionOf = (record: DemoRecord, name: string) => record.sections.find((section) => section.name === name);
const textOf = (section: DemoSection | undefined): string => {
  const schema = section && earlyHelp.section(section.name)?.schema;
  return schema === undefined || section === undefined ? '' : JSON.stringify(readSection(schema, documentOf(section)));
};
const families = () => records.filter(({ kind }) => kind === 'family');
const persons = () => records.filter(({ kind }) => kind === 'person');

function stateOf(demo: DemoRecord): RecordState {
  const { record, kind, sections: _, ...facts } = demo;
  const around = families().filter((family) => family.persons.some(({ person }) => person === record));
  return { record, kind, facts: { ...facts, barred: [] }, linkedFrom: around.map(stateOf) };
}

function principalOf(id: string): Principal {
  const who = authority.practitioners.find((practitioner) => practitioner.id === id);
  const agency = authority.agencies.find((candidate) => candidate.id === who?.agency);
  return { id, kind: 'practitioner', agency: agency ?? null, roles: who?.roles ?? [], hub: who?.hub ?? null };
}

test('[D1] the same seed gives the same authority, to the byte; another gives another', () => {
  const bytes = (seed: string) => {
    const hash: string[] = [];
    for (const record of demoAuthority({ seed, families: 3, today }).records) {
      for (const { authored } of record.sections)
        for (const { update } of authored) hash.push(Buffer.from(update).toString('base64'));
      hash.push(JSON.stringify({ ...record, sections: [] }));
    }
    return hash.join();
  };
  expect(bytes('one')).toBe(bytes('one'));
  expect(bytes('one')).not.toBe(bytes('two'));
});

test('[D1] more families leave the first ones as they are', () => {
  const [first] = demoAuthority({ seed: 'caseweave', families: 1, today }).records;
  expect(first).toEqual(records[0]);
});

test('[D2] eight hubs, forty practitioners of a dozen agencies and more, and as many families as asked for', () => {
  expect(authority.hubs).toHaveLength(8);
  expect(authority.practitioners).toHaveLength(40);
  expect(authority.agencies.length).toBeGreaterThanOrEqual(12);
  expect(families()).toHaveLength(40);
  for (const { id } of authority.hubs) expect(families().some(({ hub }) => hub === id)).toBe(true);
  const ids = authority.practitioners.map(({ id }) => id);
  expect(new Set(ids).size).toBe(40);
  expect(ids.every(isPrincipalId)).toBe(true);
  // No id tells a name.
  for (const { id, name } of authority.practitioners) {
    for (const part of name.toLowerCase().split(' ')) expect(id).not.toContain(part);
  }
  const clients = authority.practitioners.map(({ client }) => client);
  expect(new Set(clients).size).toBe(40);
  expect(clients.every((client) => client > 0 && client < 2 ** 31)).toBe(true);
});

test('[D3] the Okafor family has a team of agencies with different rights in one plan', () => {
  const [okafor] = records;
  expect(textOf(okafor && sectionOf(okafor, 'plan.shared'))).toContain('Okafor');
  expect(okafor).toMatchObject({ kind: 'family', hub: 'bilsbrook', lead: 'early-help-1' });
  expect(okafor?.team.map(({ principal }) => principal)).toEqual(
    expect.arrayContaining(['early-help-1', 'school-1', 'health-visitor-1', 'police-1']),
  );
  const writers = sectionOf(okafor ?? families()[0] ?? ({} as DemoRecord), 'plan.shared')?.authored.map(
    ({ author }) => author,
  );
  expect(new Set(writers).size).toBeGreaterThanOrEqual(4);
});

test('[D4] every update passes admission, with the rights of its author at that record', () => {
  let count = 0;
  for (const record of records) {
    const state = stateOf(record);
    for (const { name, authored } of record.sections) {
      const schema = earlyHelp.section(name)?.schema;
      if (schema === undefined) throw new Error(`No section ${name}`);
      const doc = new Y.Doc();
      for (const { author, client, update } of authored) {
        const acts = earlyHelp.acts(principalOf(author), name, state, now);
        const admission = admit({
          update,
          doc,
          shape: shapeOf(schema),
          leasedTo: (id) => id === client,
          isClosed: () => false,
          acts,
          versions: { version: 1, extensions: {} },
        });
        expect(admission, `${name} by ${author}`).toMatchObject({ type: 'admitted', clients: [client] });
        Y.applyUpdate(doc, update);
        count += 1;
      }
    }
  }
  expect(count).toBeGreaterThan(800);
});

test('[D5] some plans have two dates for one action, and some a need that was struck', () => {
  const questions = families().map((family) => {
    const section = sectionOf(family, 'plan.shared');
    const schema = earlyHelp.section('plan.shared')?.schema;
    if (section === undefined || schema === undefined) return [];
    const open = openSection(schema, {
      doc: documentOf(section),
      now: () => now,
      newId: entityIds((n) => new Uint8Array(n)),
      authorOf: () => undefined,
    });
    return open.questions().map(({ path }) => path);
  });
  expect(questions[0]).toEqual(['actions.dueOn']);
  expect(questions.filter((paths) => paths.length > 0).length).toBeGreaterThanOrEqual(5);
  const struck = families().filter((family) => {
    const claims = documentOf(sectionOf(family, 'plan.shared') ?? { name: '', authored: [] })
      .getArray('claims')
      .toArray();
    return claims.some((claim) => Array.isArray(claim) && claim[1] === '!');
  });
  expect(struck.length).toBeGreaterThanOrEqual(3);
  for (const family of struck) expect(textOf(sectionOf(family, 'plan.shared'))).not.toContain('breakfast club');
});

test('[D6] numbers are of the test ranges, valid, and each of one person', () => {
  const nhs: string[] = [];
  const upns: string[] = [];
  for (const person of persons()) {
    const text = textOf(sectionOf(person, 'person.identity'));
    nhs.push(...(/"nhsNumber":"(\d+)"/.exec(text)?.slice(1) ?? []));
    upns.push(...(/"upn":"(\w+)"/.exec(text)?.slice(1) ?? []));
    expect(isRecordId(person.record)).toBe(true);
  }
  expect(nhs.length).toBeGreaterThan(100);
  expect(nhs.every((number) => number.startsWith('999') && checkNhsNumber(number).type === 'valid')).toBe(true);
  expect(new Set(nhs).size).toBe(nhs.length);
  expect(upns.length).toBeGreaterThan(20);
  expect(upns.every((upn) => checkUpn(upn).type === 'valid')).toBe(true);
  expect(new Set(upns).size).toBe(upns.length);
});

test('[D7] some families’ whereabouts are protected, and no shared section tells the address', () => {
  const hidden = persons().filter(({ protectedLocation }) => protectedLocation);
  expect(hidden.length).toBeGreaterThan(0);
  for (const family of families()) {
    for (const { person } of family.persons) {
      const record = persons().find((candidate) => candidate.record === person);
      const postcode = /"postcode":"([^"]+)"/.exec(textOf(record && sectionOf(record, 'person.location')))?.[1];
      expect(postcode).toBeDefined();
      for (const section of family.sections) expect(textOf(section)).not.toContain(postcode);
    }
  }
});

test('[D8] every placeholder is filled in, and no finding is an error', () => {
  for (const record of records) {
    for (const section of record.sections) {
      expect(textOf(section)).not.toMatch(/\{(child|carer|school)\}|undefined/);
      const { schema, part } = earlyHelp.section(section.name) ?? {};
      if (schema === undefined || part === undefined) throw new Error(`No section ${section.name}`);
      const found = findingsIn(earlyHelp, part, readSection(schema, documentOf(section)), { today });
      expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  }
});

test('[D9] families are made as they are taken', () => {
  const [first] = demoAuthority({ seed: 'caseweave', families: 1_000_000, today }).records;
  expect(first?.kind).toBe('family');
});

test('[D12] some children are in two families of a hub, and nobody whose whereabouts are protected is', () => {
  const around = new Map<string, DemoRecord[]>();
  for (const family of families())
    for (const { person } of family.persons) around.set(person, [...(around.get(person) ?? []), family]);
  const twice = [...around].filter(([, all]) => all.length > 1);
  expect(twice.length).toBeGreaterThanOrEqual(2);
  for (const [person, all] of twice) {
    expect(new Set(all.map(({ hub }) => hub)).size).toBe(1);
    expect(persons().find(({ record }) => record === person)?.protectedLocation).toBe(false);
    for (const { persons: people } of all)
      for (const other of people)
        expect(persons().find(({ record }) => record === other.person)?.protectedLocation).toBe(false);
  }
});

test('[D13] both parents of the first family may sign in, who live apart, and a young person', () => {
  expect(authority.accounts.map(({ id }) => id)).toEqual(['family-adult-1', 'family-adult-2', 'young-person-1']);
  const homes = authority.accounts.slice(0, 2).map(({ person }) => {
    const member = records[0]?.persons.find((one) => one.person === person);
    return member?.household;
  });
  expect(new Set(homes).size).toBe(2);
  for (const { person } of authority.accounts)
    expect(persons().some(({ record, protectedLocation }) => record === person && !protectedLocation)).toBe(true);
  const few = demoAuthority({ seed: 'caseweave', families: 2, today }).accounts;
  expect(few.slice(0, 2)).toEqual(authority.accounts.slice(0, 2));
});

test('[D14] what is done was due before today, and members joined one after the other', () => {
  let done = 0;
  for (const family of families()) {
    const section = sectionOf(family, 'plan.shared');
    if (section === undefined) throw new Error('A family has no plan.');
    const { actions } = readSection(planShared, documentOf(section));
    const finished = actions.filter(({ status }) => status === 'done');
    done += finished.length;
    expect(finished.filter(({ dueOn }) => dueOn !== null && dueOn >= today)).toEqual([]);
    expect(family.team.every(({ from }) => from < now)).toBe(true);
  }
  expect(done).toBeGreaterThan(20);
  expect(new Set(records[0]?.team.map(({ from }) => from)).size).toBe(5);
});

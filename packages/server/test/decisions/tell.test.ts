import { earlyHelp, personIdentity, planShared, type Principal } from '@caseweave/family';
import { decisionPort, type NamedWho, nothingKnown } from '@caseweave/model';

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, startPostgres } from '../sync/test-authority.ts';
import type { TestDevice } from '@caseweave/testing';
import { commandsFor, newFamily, newId, settled, startDeciding } from './decision-authority.ts';
import { changeRecord, putPrincipals } from '../models/early-help/authority.ts';

let postgres: Awaited<ReturnType<typeof startPostgres>>;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);

afterAll(() => postgres.close());

const start = () => startDeciding(postgres.address);
type Started = Awaited<ReturnType<typeof start>>;
const taken = { type: 'taken' };
const word = (value: string) => Buffer.from(value, 'base64url').toString('latin1');

test('[C5] everyone who reads a family hears what was decided about it, and nobody else gets a byte', async () => {
  await using it = await start();
  const { join, allocate } = commandsFor(it.family);
  const [lead, partner, worker, manager] = await Promise.all(
    ['lead', 'partner', 'worker', 'manager'].map((who) => connect(it.server, who)),
  );
  const strangers = await Promise.all(['stranger', 'nurse', 'manager-west'].map((who) => connect(it.server, who)));
  if (lead === undefined || manager === undefined) throw new Error('They have connected.');
  const before = strangers.map(({ bytes }) => bytes.length);
  const person = newId();
  expect(await lead.decide(join('idva'))).toEqual(taken);
  expect(await manager.decide(commandsFor(it.family).person(person))).toEqual(taken);
  for (const reader of [lead, partner, worker, manager])
    await reader?.until(() => reader.decisions(it.family).length === 2);
  expect(
    new Set([lead, partner, worker, manager].map((reader) => JSON.stringify(reader?.decisions(it.family)))).size,
  ).toBe(1);
  for (const stranger of strangers) await settled(stranger);
  expect(strangers.map(({ bytes }) => bytes.length)).toEqual(before.map((count) => count + 1));
  for (const { everything } of strangers) {
    for (const secret of [it.family, person, it.child, 'join-team', 'Name of idva'])
      expect(everything.includes(secret) || everything.includes(word(secret))).toBe(false);
  }
  // Somebody who may read it now hears of what follows, and not of what was decided before.
  expect(await manager.decide(allocate('west'))).toEqual(taken);
  const west = strangers[2];
  await west?.until(() => west.heard.at(-1)?.type === 'cursor' && west.headers.size > 0);
  expect(west?.decisions(it.family).map(({ command }) => command.type)).toEqual(['allocate']);
  expect(manager.decisions(it.family)).toHaveLength(2);
});

test('[C5] a device that was away hears the same decisions as one that was there', async () => {
  await using it = await start();
  const { join, leave } = commandsFor(it.family);
  const [lead, partner] = [await connect(it.server, 'lead'), await connect(it.server, 'partner')];
  await partner.close();
  for (const command of [join('nurse'), join('idva'), leave('nurse'), leave('worker')])
    expect(await lead.decide(command)).toEqual(taken);
  const back = await connect(it.server, 'partner', partner.kept);
  expect(back.welcome.resumed).toBe(true);
  expect(back.decisions(it.family)).toEqual(lead.decisions(it.family));
  expect(back.facts(it.family)).toEqual(lead.facts(it.family));
  const [first] = back.heard.filter(({ type }) => type !== 'welcome');
  expect(first?.type).toBe('decision');
});

test('[C5] whoever joins later does not learn what was decided before them', async () => {
  await using it = await start();
  const { join, leave } = commandsFor(it.family);
  const [lead, nurse] = [await connect(it.server, 'lead'), await connect(it.server, 'nurse')];
  await nurse.close();
  for (const command of [join('idva'), leave('idva'), join('nurse'), leave('worker')]) await lead.decide(command);
  const back = await connect(it.server, 'nurse', nurse.kept);
  expect(back.decisions(it.family).map(({ command }) => command)).toEqual([join('nurse'), leave('worker')]);
  expect(back.everything).not.toContain('idva');
});

test('[C6] a family registered offline is written in before the server has heard of it, and nothing of it is lost', async () => {
  await using it = await start();
  const [partner, manager, stranger] = await Promise.all(
    ['partner', 'manager', 'stranger'].map((who) => connect(it.server, who)),
  );
  if (partner === undefined || manager === undefined || stranger === undefined) throw new Error('They have connected.');
  const { record, person, command } = newFamily('partner');
  for (const { record: of, name, section } of command.sections) {
    const acts = { read: true, write: true, append: true };
    partner.headers.set(section, { record: of, section, name, epoch: 1, acts, authors: [], projection: null } as never);
  }
  const plan = partner.write(record, planShared, (draft) => draft.story.insert(0, 'written on the train'));
  const identity = partner.write(person, personIdentity, (draft) => (draft.givenName = 'Tobi'));
  const later = partner.write(record, planShared, (draft) => (draft.familyName = 'Okafor'));
  expect(await partner.decide(command)).toEqual(taken);
  // What the row of the table does not let a partner do is held, as anywhere; the plan goes on under its own ids.
  expect(await partner.push([plan])).toEqual(taken);
  expect(await partner.push([identity])).toEqual(taken);
  expect(await partner.push([later])).toEqual(taken);
  await manager.until(() => [...manager.headers.values()].some((header) => header.record === record));
  await manager.until(() => manager.view(record, planShared).familyName === 'Okafor');
  expect(manager.view(record, planShared).story.text).toBe('written on the train');
  expect(manager.header(record, 'plan.shared').section).toBe(plan.section);
  expect(manager.header(person, 'person.identity').section).toBe(identity.section);
  expect(manager.decisions(record)).toMatchObject([
    { command: { type: 'register-family', hub: 'east', lead: 'partner', sections: [] }, by: { id: 'partner' } },
  ]);
  // All other sections are there too: the lead may write in the practice notes.
  expect(partner.header(record, 'plan.practice').acts.write).toBe(true);
  await settled(stranger);
  expect(stranger.headers.size).toBe(0);
  expect(it.failures).toEqual([]);
});

test('[C6] ids that a registration brings with it are checked: in use, of another agency, or of a person out of reach', async () => {
  await using it = await start();
  const lead = await connect(it.server, 'lead');
  const used = newFamily('lead', null, 'notes.early-help');
  expect(await lead.decide(used.command)).toEqual(taken);
  const refused = (code: string) => expect.objectContaining({ code }) as object;
  expect(await lead.decide(used.command)).toEqual(refused('id-taken'));
  const again = newFamily('lead', null, 'notes.early-help').command;
  const [first] = again.sections;
  expect(await lead.decide({ ...again, sections: [{ ...first, section: used.command.sections[0]?.section }] })).toEqual(
    refused('id-taken'),
  );
  expect(await lead.decide({ ...newFamily('lead').command })).toEqual(refused('malformed'));
  // A person who is known is put into a family by who decides about them, and then reached by its team too.
  const persons = [{ person: it.child, role: 'child', household: null, isNew: false }];
  const partner = await connect(it.server, 'partner');
  expect(await partner.decide({ ...newFamily('partner').command, persons, sections: [] })).toEqual(
    refused('not-allowed'),
  );
  const linked = { ...newFamily('lead').command, persons, sections: [] };
  expect(await lead.decide(linked)).toEqual(taken);
  await lead.until(() => (lead.facts(it.child) as { families: string[] }).families.length === 2);
});

test('[C7] a sensitive member is hidden from the family: no fact, no decision, no byte; and seen by practitioners', async () => {
  await using it = await start();
  const { join, leave } = commandsFor(it.family);
  const adult = newId();
  const [lead, partner] = [await connect(it.server, 'lead'), await connect(it.server, 'partner')];
  expect(await lead.decide({ ...commandsFor(it.family).person(adult), role: 'adult' })).toEqual(taken);
  await putPrincipals(it.server.node, [
    {
      id: 'mother',
      kind: 'family-adult',
      name: 'The mother',
      agency: null,
      hub: null,
      roles: ['family_adult'],
      person: adult,
    },
  ]);
  const mother = await connect(it.server, 'mother');
  expect(mother.header(it.family, 'plan.shared').acts.read).toBe(true);
  expect(await lead.decide(join('idva'))).toEqual(taken);
  const idva = await connect(it.server, 'idva');
  // What she writes in the shared plan is read by the mother, under no name.
  expect(await idva.push([idva.write(it.family, planShared, (draft) => draft.story.insert(0, 'seen by all'))])).toEqual(
    taken,
  );
  const { section } = idva.header(it.family, 'plan.shared');
  const here = (device: TestDevice) =>
    device.say({ type: 'presence', section, client: device.client, clock: 1, state: '{}' });
  await mother.until(() => mother.view(it.family, planShared).story.text === 'seen by all');
  here(mother);
  await settled(mother);
  here(partner);
  await settled(partner);
  here(idva);
  await partner.until(() => partner.heard.filter(({ type }) => type === 'presence').length === 2);
  expect(await lead.decide(leave('idva'))).toEqual(taken);
  await settled(mother);
  const change = mother.heard.find((message) => message.type === 'change');
  expect(change).toMatchObject({ authors: [{ client: idva.client, name: 'A practitioner', organisation: null }] });
  const again = await connect(it.server, 'mother');
  for (const device of [mother, again]) {
    for (const secret of ['idva', 'rowan', 'Rowan']) expect(device.everything).not.toContain(secret);
  }
  expect(partner.decisions(it.family).map(({ command }) => command.type)).toEqual([
    'register-person',
    'join-team',
    'leave-team',
  ]);
  expect(mother.decisions(it.family)).toEqual([]);
  expect(await connect(it.server, 'mother', mother.kept).then((back) => back.decisions(it.family))).toEqual([]);
});

test('[C7] the hub of a family with a protected person is told to who decides there, and to nobody else', async () => {
  await using it = await start();
  const { allocate } = commandsFor(it.family);
  const [lead, partner, manager] = [
    await connect(it.server, 'lead'),
    await connect(it.server, 'partner'),
    await connect(it.server, 'manager'),
  ];
  const hub = (device: TestDevice) => (device.facts(it.family) as { hub: unknown }).hub;
  expect(hub(partner)).toEqual({ id: 'east', name: 'East' });
  await changeRecord(it.server.node, it.child, { type: 'protect-location', isProtected: true });
  await partner.until(() => hub(partner) === null);
  expect(await manager.decide(allocate('west'))).toEqual(taken);
  await lead.until(() => JSON.stringify(hub(lead)).includes('West'));
  await settled(partner);
  expect(partner.everything).not.toContain('West');
  expect(partner.decisions(it.family)).toEqual([]);
});

test('[C7] a person who is closed to somebody is no longer named to them among the people of the family', async () => {
  await using it = await start();
  const partner = await connect(it.server, 'partner');
  const persons = () => (partner.facts(it.family) as { persons: unknown[] }).persons;
  expect(persons()).toHaveLength(1);
  await changeRecord(it.server.node, it.child, { type: 'bar', principal: 'partner' });
  await partner.until(() => persons().length === 0);
  // Somebody who is new and closed to them too changes nothing for them: they are told nothing.
  const before = partner.bytes.length;
  const lead = await connect(it.server, 'lead');
  await changeRecord(it.server.node, it.child, { type: 'protect-location', isProtected: false });
  await settled(lead);
  await settled(partner);
  expect(partner.bytes.length).toBe(before + 1);
});

const named = (id: string, agency: Principal['agency'], organisation: string): NamedWho<Principal> => ({
  who: { id, kind: 'practitioner', agency, roles: ['taf_practitioner'], hub: 'east' },
  name: `Name of ${id}`,
  organisation,
});
const people = [
  { ...named('lead', { id: 'early-help', kind: 'la_early_help' }, 'Early help') },
  named('worker', { id: 'early-help', kind: 'la_early_help' }, 'Early help'),
  named('partner', { id: 'oak-school', kind: 'school' }, 'Oak School'),
  named('nurse', { id: 'health', kind: 'health_visiting' }, 'Agency health'),
  named('idva', { id: 'rowan', kind: 'domestic_abuse' }, 'Agency rowan'),
];

/** What a device shows after folding what it was told was decided into what it was told first. */
function folded(device: TestDevice, it: Started): unknown {
  const me = people.find(({ who }) => who.id === device.welcome.principal.id);
  const hubs: Readonly<Record<string, string>> = { east: 'East', west: 'West' };
  const known = {
    ...nothingKnown,
    who: (id: string) => people.find(({ who }) => who.id === id),
    unit: (_: string, id: string) => ({ id, name: hubs[id] ?? id }),
  };
  const port = decisionPort(earlyHelp, me ?? people[0] ?? named('nobody', null, ''), known);
  const manifest = device.heard.find((message) => message.type === 'manifest');
  const begun = manifest?.type === 'manifest' ? manifest.records.find(({ record }) => record === it.family) : undefined;
  let facts = JSON.parse(begun?.facts ?? 'null') as never;
  for (const { command, by, at } of device.decisions(it.family))
    facts = port.fold(facts, command, { principal: by.id, at }) as never;
  return facts;
}

test('[C8] folded into what it was told first, the decisions that a reader hears make what the server tells them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          by: fc.constantFrom('lead' as const, 'manager' as const),
          what: fc.oneof(
            fc.constantFrom('nurse', 'idva', 'worker').map((who) => ({ type: 'join' as const, who })),
            fc.constantFrom('nurse', 'idva', 'worker').map((who) => ({ type: 'leave' as const, who })),
            fc.constant({ type: 'person' as const, who: '' }),
          ),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      async (steps) => {
        await using it = await start();
        const commands = commandsFor(it.family);
        const readers = await Promise.all(['lead', 'partner', 'manager'].map((who) => connect(it.server, who)));
        const [lead, partner, manager] = readers;
        if (lead === undefined || partner === undefined || manager === undefined)
          throw new Error('They have connected.');
        const outcomes = await Promise.all(
          steps.map(({ by, what }) =>
            (by === 'lead' ? lead : manager).decide(
              what.type === 'person' ? commands.person(newId()) : commands[what.type](what.who),
            ),
          ),
        );
        const decided = outcomes.filter(({ type }) => type === 'taken').length;
        for (const reader of readers) {
          await reader.until(() => reader.decisions(it.family).length === decided);
          await settled(reader);
          expect(folded(reader, it)).toEqual(reader.facts(it.family));
        }
        const fresh = await connect(it.server, 'partner');
        expect(fresh.facts(it.family)).toEqual(partner.facts(it.family));
        expect(it.failures).toEqual([]);
      },
    ),
    { numRuns: Number(process.env['CASEWEAVE_RUNS'] ?? 4) },
  );
}, 300_000);

import { randomBytes } from 'node:crypto';
import type { EarlyHelpCommand, Role } from '@caseweave/family';
import { type RunningServer } from '@caseweave/server';
import { sql } from 'kysely';
import { testEarlyHelp } from '../models/early-help/test-early-help.ts';
import { newRecordId, startFilled } from '../sync/test-authority.ts';
import type { TestDevice } from '@caseweave/testing';
import { putPlaces, putPrincipals } from '../models/early-help/authority.ts';

export const newId = (): string => newRecordId();

/** Early help, with a manager of the other hub, an adviser whose presence tells much, and a mother. */
export async function startDeciding(address: Parameters<typeof startFilled>[0], now?: () => number) {
  const it = await startFilled(address, 1, now, testEarlyHelp);
  const { tail } = it.server.node;
  await putPlaces(it.server.node, [], [{ id: 'rowan', name: 'Agency rowan', kind: 'domestic_abuse' }]);
  const practitioner = (id: string, of: string, hub: string, role: Role) =>
    ({ id, kind: 'practitioner', name: `Name of ${id}`, agency: of, hub, roles: [role] }) as const;
  await putPrincipals(it.server.node, [
    practitioner('manager-west', 'early-help', 'west', 'manager'),
    practitioner('idva', 'rowan', 'east', 'taf_practitioner'),
    {
      id: 'mother',
      kind: 'family-adult',
      name: 'The mother',
      agency: null,
      hub: null,
      roles: ['family_adult'],
      person: it.linked,
    },
  ]);
  await tail.catchUp();
  return { ...it, family: it.record, child: it.linked };
}

/** The commands about a family. */
export const commandsFor = (record: string) => ({
  join: (principal: string, until: number | null = null): EarlyHelpCommand => ({
    type: 'join-team',
    record,
    principal,
    until,
  }),
  leave: (principal: string): EarlyHelpCommand => ({ type: 'leave-team', record, principal }),
  allocate: (hub: string): EarlyHelpCommand => ({ type: 'allocate', record, hub }),
  person: (person: string, isNew = true): EarlyHelpCommand => ({
    type: 'register-person',
    record,
    person,
    role: 'child',
    household: 'h',
    isNew,
    sections: [],
  }),
});

/** A registration of a family with one child, with ids for what its author writes in. */
export function newFamily(lead: string | null, hub: string | null = 'east', notes = 'notes.oak-school') {
  const [record, person] = [newId(), newId()];
  const sections = [
    { record, name: 'plan.shared', section: newId() },
    { record, name: notes, section: newId() },
    { record: person, name: 'person.identity', section: newId() },
  ];
  const persons = [{ person, role: 'child', household: 'h', isNew: true }] as const;
  const command = { type: 'register-family', record, hub, lead, persons, sections } as const satisfies EarlyHelpCommand;
  return { record, person, command };
}

/** What the log and the audit hold of commands. */
export async function kept({ node }: RunningServer) {
  const { db } = node.database;
  const { rows: decisions } = await sql<{
    principal: string;
    command: object;
    batch: number | null;
    reason: string | null;
  }>`
    select principal, jsonb_build_object('type', name, 'record', record) || form as command, batch, reason from decision
    where authority = ${node.authority.id} and type = 'decided' and principal is not null order by seq`.execute(db);
  const { rows: audit } = await sql<{ kind: string; principal: string; code: string | null; record: string | null }>`
    select kind, principal, code, record from audit where authority = ${node.authority.id} and kind in ('decided', 'not-decided')
      and principal is not null order by id`.execute(db);
  return { decisions, audit };
}

/** Says something and waits until the server has heard it, and everything it had to say before has come. */
export async function settled(device: TestDevice): Promise<void> {
  const pongs = () => device.heard.filter(({ type }) => type === 'pong').length;
  const before = pongs();
  device.say({ type: 'ping' });
  await device.until(() => pongs() > before);
}

export const key = () => randomBytes(12).toString('hex');

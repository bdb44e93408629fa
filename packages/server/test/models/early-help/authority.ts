import {
  type AgencyKind,
  earlyHelp,
  type FamilyFacts,
  type PersonFacts,
  type PersonInFamily,
  type Principal,
  type Role,
} from '@caseweave/family';
import { loadStates, type NewFacts, type Node, putPeople, putUnits } from '@caseweave/server';

/** An agency of the directory. */
export interface AgencyRow {
  readonly id: string;
  readonly name: string;
  readonly kind: AgencyKind;
}

/** Somebody of the directory, with the id of their agency. */
export interface PrincipalRow extends Omit<Principal, 'agency' | 'person'> {
  readonly name: string;
  readonly agency: string | null;
  readonly person?: string;
  readonly identity?: { readonly issuer: string; readonly subject: string };
}

/** Registers hubs and agencies. */
export async function putPlaces(
  { database: { db }, authority: { id } }: Node,
  hubs: readonly { readonly id: string; readonly name: string }[],
  agencies: readonly AgencyRow[],
): Promise<void> {
  await putUnits(db, id, 'hub', hubs);
  await putUnits(
    db,
    id,
    'agency',
    agencies.map(({ kind, ...unit }) => ({ ...unit, more: { kind } })),
  );
}

/** The kinds of the agencies of the tests. */
const kinds: Readonly<Record<string, AgencyKind>> = {
  'early-help': 'la_early_help',
  'oak-school': 'school',
  rowan: 'domestic_abuse',
  health: 'health_visiting',
};

/** Registers people who sign in. */
export async function putPrincipals(
  { database: { db }, authority: { id } }: Node,
  rows: readonly PrincipalRow[],
): Promise<void> {
  await putPeople(
    db,
    id,
    earlyHelp,
    rows.map(({ name, agency, identity, ...who }) => ({
      who: { ...who, agency: agency === null ? null : { id: agency, kind: kinds[agency] ?? 'other' } },
      name,
      identity: identity ?? null,
    })),
  );
}

/** A practitioner of the tests. */
export const practitioner = (id: string, agency: string, role: Role, hub = 'east'): PrincipalRow => ({
  id,
  kind: 'practitioner',
  name: `Name of ${id}`,
  agency,
  hub,
  roles: [role],
});

/** A family to be registered, with a team from now on. */
export interface NewFamily {
  readonly record: string;
  readonly hub?: string | null;
  readonly lead?: string | null;
  readonly team?: readonly string[];
  readonly persons?: readonly PersonInFamily[];
  readonly grants?: readonly NewGrant[];
}

interface NewGrant {
  readonly principal: string;
  readonly section: string;
  readonly act: FamilyFacts['grants'][number]['act'];
}

/** The facts of a new family. */
export function familyFacts(
  { record, hub = null, lead = null, team = [], persons = [], grants = [] }: NewFamily,
  at: number,
): NewFacts {
  const members = lead === null || team.includes(lead) ? team : [...team, lead];
  const facts: FamilyFacts = {
    status: 'open',
    hub,
    lead,
    team: members.map((principal) => ({ principal, from: at, to: null })),
    grants: grants.map((grant) => ({ ...grant, from: at, to: null })),
    barred: [],
    socialCareOpenTo: [],
    persons,
  };
  return { record, kind: 'family', facts };
}

/** The facts of a new person. */
export function personFacts(
  record: string,
  {
    grants = [],
    ...more
  }: Partial<Omit<PersonFacts, 'grants'>> & { readonly grants?: readonly NewGrant[]; readonly at?: number } = {},
): NewFacts {
  const { at = 0, barred = [], protectedLocation = false, voiceAudience = [] } = more;
  const facts: PersonFacts = {
    grants: grants.map((grant) => ({ ...grant, from: at, to: null })),
    barred,
    protectedLocation,
    voiceAudience,
  };
  return { record, kind: 'person', facts };
}

/** What whoever runs the authority changes about a record in the tests. */
export type RecordChange =
  | { readonly type: 'join'; readonly principal: string; readonly until?: number }
  | { readonly type: 'part'; readonly principal: string }
  | { readonly type: 'lead'; readonly principal: string | null }
  | { readonly type: 'hub'; readonly hub: string | null }
  | {
      readonly type: 'grant';
      readonly principal: string;
      readonly section: string;
      readonly act: string;
      readonly until?: number;
    }
  | { readonly type: 'ungrant'; readonly principal: string; readonly section: string }
  | { readonly type: 'bar'; readonly principal: string }
  | { readonly type: 'protect-location'; readonly isProtected: boolean };

/** Decides something about a record, as whoever runs the authority. */
export async function changeRecord(node: Node, record: string, change: RecordChange, at = node.now()): Promise<void> {
  const code = await tryChange(node, record, change, at);
  if (code !== null) throw new Error(`It was not decided: ${code}.`);
}

/** Decides something about a record if it stands to reason; else the code of the refusal. */
export async function tryChange(
  node: Node,
  record: string,
  change: RecordChange,
  at = node.now(),
): Promise<string | null> {
  const states = await loadStates(node.database.db, node.authority.id, [record]);
  const state = states.get(record);
  if (state === undefined) throw new Error('There is no such record.');
  const { kind } = state;
  // No decision takes a family out of every hub: facts that are given whole do.
  if (change.type === 'hub' && change.hub === null) {
    await node.decisions.adopt([{ record, kind, facts: { ...(state.facts as FamilyFacts), hub: null } }], at);
    return null;
  }
  const outcome = await node.decisions.decide(commandOf(record, kind, change), at);
  return outcome.type === 'not-decided' ? outcome.code : null;
}

function commandOf(record: string, kind: string, change: RecordChange): object {
  switch (change.type) {
    case 'join':
      return { type: 'join-team', record, principal: change.principal, until: change.until ?? null };
    case 'part':
      return { type: 'leave-team', record, principal: change.principal };
    case 'lead':
      return { type: 'appoint-lead', record, principal: change.principal };
    case 'hub':
      return { type: 'allocate', record, hub: change.hub };
    case 'grant': {
      const { principal, section, act, until = null } = change;
      return { type: `grant-${kind}-access`, record, principal, section, act, until };
    }
    case 'ungrant':
      return { type: `end-${kind}-access`, record, principal: change.principal, section: change.section };
    case 'bar':
      return { type: `bar-from-${kind}`, record, principal: change.principal };
    case 'protect-location':
      return { type: 'protect-location', record, isProtected: change.isProtected };
  }
}

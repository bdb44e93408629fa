import { agencyKinds, roles, type Principal } from '@caseweave/family';
import { type Known, type NamedWho, nothingKnown as nothing } from '@caseweave/model';

/** A hub of the authority. */
interface NamedHub {
  readonly id: string;
  readonly name: string;
}

/** Somebody who works with a family of the caseload. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  /** The id of their agency; empty where it is not known. */
  readonly agency: string;
  readonly agencyName: string;
}

/** Who one is for the server, the hubs there are and whom one works with: what deciding offline needs. */
export interface KnownHere {
  readonly me: NamedWho<Principal> | null;
  readonly hubs: readonly NamedHub[];
  readonly colleagues: readonly Colleague[];
}

/** What the server says of oneself, as GraphQL answers it. */
export interface MeAnswer {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly { readonly code: string | null }[];
  readonly agency: {
    readonly id: string;
    readonly name: string;
    readonly kind: { readonly code: string | null } | null;
  } | null;
  readonly hub: { readonly id: string } | null;
}

const storageKey = (practitioner: string): string => `caseweave.known-here.${practitioner}`;
/** Nothing is known yet. */
export const nothingKnown: KnownHere = { me: null, hubs: [], colleagues: [] };

// Read once, since the caseload's list asks for names again and again.
const read = new Map<string, KnownHere>();

/** What this device was told when it last reached the server. */
export function keptKnownHere(practitioner: string): KnownHere {
  const known = read.get(practitioner) ?? readKept(practitioner);
  read.set(practitioner, known);
  return known;
}

function readKept(practitioner: string): KnownHere {
  try {
    // Written by this app alone, from what was checked then.
    const kept = JSON.parse(localStorage.getItem(storageKey(practitioner)) ?? 'null') as KeptHere | null;
    return { ...nothingKnown, ...kept, me: kept?.me == null ? null : meFrom(kept.me) };
  } catch {
    return nothingKnown;
  }
}

/** How earlier versions of this app kept oneself. */
interface KeptMe {
  readonly principal: Principal;
  readonly name: string;
  readonly agencyName: string | null;
}

type KeptHere = Omit<KnownHere, 'me'> & { readonly me: KnownHere['me'] | KeptMe };

const meFrom = (kept: NamedWho<Principal> | KeptMe): NamedWho<Principal> =>
  'who' in kept ? kept : { who: kept.principal, name: kept.name, organisation: kept.agencyName };

/** What is known on this device, as decisions ask it. Of colleagues the kind of their agency is not known. */
export const knownAround = ({ hubs, colleagues }: KnownHere): Known<Principal> => ({
  ...nothing,
  unit: (kind, id) => (kind === 'hub' ? hubs.find((hub) => hub.id === id) : undefined),
  who(id) {
    const found = colleagues.find((one) => one.id === id);
    if (found === undefined) return undefined;
    const agency = found.agency === '' ? null : ({ id: found.agency, kind: 'other' } as const);
    return {
      who: { id, kind: 'practitioner', agency, roles: [], hub: null },
      name: found.name,
      organisation: found.agencyName,
    };
  },
});

/** Keeps what the server said, for use without it: on this device, or for as long as this tab is open. */
export function keepKnownHere(practitioner: string, known: KnownHere, where: 'device' | 'tab'): void {
  read.set(practitioner, known);
  if (where === 'device') localStorage.setItem(storageKey(practitioner), JSON.stringify(known));
}

/** Forgets it: they signed out. */
export function forgetKnownHere(practitioner: string): void {
  read.delete(practitioner);
  localStorage.removeItem(storageKey(practitioner));
}

/** Somebody in the terms in which commands are judged. */
export function namedFrom({ id, name, roles: held, agency, hub }: MeAnswer): NamedWho<Principal> {
  const kind = agencyKinds.codes.find((code) => inApi(code) === agency?.kind?.code);
  return {
    who: {
      id,
      kind: 'practitioner',
      agency: agency === null || kind === undefined ? null : { id: agency.id, kind },
      roles: roles.codes.filter((role) => held.some(({ code }) => code === inApi(role))),
      hub: hub?.id ?? null,
    },
    name,
    organisation: agency?.name ?? null,
  };
}

/** A code as the server's API names it. */
const inApi = (code: string): string => code.toUpperCase();

/** A member of the team around a family. */
export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly agency: string;
  readonly agencyName: string;
  readonly role: string;
  /** Not to be named in what the family is given. */
  readonly isHiddenFromFamily: boolean;
}

/** What is decided about a family, as this reader may see it. */
export interface FamilyFacts {
  /** The name of its hub. */
  readonly hub: string | null;
  readonly hubId: string | null;
  /** The id of the lead practitioner. */
  readonly lead: string | null;
  readonly team: readonly TeamMember[];
  readonly persons: readonly { readonly person: string; readonly role: string }[];
}

/** Reads a family's facts as the server sends them; what is missing is empty. */
export function readFacts(facts: unknown): FamilyFacts {
  const { hub, lead, team, persons } = members(facts);
  const { id: hubId, name: hubName } = members(hub);
  return {
    hub: typeof hubName === 'string' ? hubName : null,
    hubId: typeof hubId === 'string' ? hubId : null,
    lead: typeof lead === 'string' ? lead : null,
    team: list(team).map((member) => ({
      id: text(member['id']),
      name: text(member['name']),
      agency: text(member['agency']),
      agencyName: text(member['agencyName'] ?? member['agency']),
      role: text(member['role']),
      isHiddenFromFamily: member['hiddenFromFamily'] === true,
    })),
    persons: list(persons).map((person) => ({ person: text(person['person']), role: text(person['role']) })),
  };
}

const members = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
const list = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.map(members) : [];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

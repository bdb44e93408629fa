import type { AgencyKind, Principal } from '@caseweave/family';
import { type Known, type NamedWho, nothingKnown } from '@caseweave/model';
import { type Flat, stateOf } from './records.ts';

/** A practitioner in no place around any record. */
export const practitioner = (id: string, kind: AgencyKind, more: Partial<Principal> = {}): Principal => ({
  id,
  kind: 'practitioner',
  agency: { id: `agency-of-${id}`, kind },
  roles: ['taf_practitioner'],
  hub: null,
  ...more,
});

export const named = (who: Principal): NamedWho<Principal> => ({
  who,
  name: `Name of ${who.id}`,
  organisation: who.agency === null ? null : `Agency of ${who.id}`,
});

/** A server that knows these people and records, and every hub but `nowhere`. */
export const knowing = (people: readonly Principal[], records: readonly Flat[] = []): Known<Principal> => {
  const found = new Map(people.map((who) => [who.id, named(who)]));
  const states = new Map(records.map((flat) => [flat.record, stateOf(flat)]));
  return {
    ...nothingKnown,
    who: (id) => found.get(id) ?? null,
    unit: (_, id) => (id === 'nowhere' ? null : { id, name: `Hub ${id}` }),
    state: (record) => states.get(record) ?? null,
  };
};

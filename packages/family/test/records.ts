import type { FamilyFacts, PersonFacts } from '@caseweave/family';
import type { RecordState } from '@caseweave/model';

/** What is decided about a family or a person, flat: what the other kind has stays empty. */
export interface Flat extends Omit<FamilyFacts, 'status'>, Omit<PersonFacts, 'grants' | 'barred'> {
  readonly record: string;
  readonly kind: 'family' | 'person';
  /** Of a person: the families that they are in. */
  readonly families: readonly Flat[];
}

/** The same in the form of a model. */
export function stateOf(flat: Flat): RecordState<FamilyFacts> | RecordState<PersonFacts> {
  const { record, kind, families, protectedLocation, voiceAudience, ...family } = flat;
  if (kind === 'family') return { record, kind, facts: { status: 'open', ...family }, linkedFrom: [] };
  const { grants, barred } = family;
  return {
    record,
    kind,
    facts: { grants, barred, protectedLocation, voiceAudience },
    linkedFrom: families.map(stateOf),
  };
}

/** The facts of a record around which nobody has a place. */
export const facts = (more: Partial<Flat> = {}): Flat => ({
  record: 'record',
  kind: 'family',
  hub: 'bilston',
  lead: null,
  team: [],
  grants: [],
  barred: [],
  socialCareOpenTo: [],
  persons: [],
  protectedLocation: false,
  voiceAudience: [],
  families: [],
  ...more,
});

/** The record of a person in these families. */
export const personFacts = (families: readonly Flat[], more: Partial<Flat> = {}): Flat =>
  facts({ record: 'child', kind: 'person', hub: null, families, ...more });

export const member = (principal: string, from = 0, to: number | null = null) => ({ principal, from, to });

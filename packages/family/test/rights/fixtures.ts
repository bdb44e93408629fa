import { roles, type AgencyKind, type Principal, type RecordFacts } from '@caseweave/family';

export const at = 1_000;

/** A practitioner in no place around any record. */
export const practitioner = (id: string, kind: AgencyKind, more: Partial<Principal> = {}): Principal => ({
  id,
  kind: 'practitioner',
  agency: { id: `agency-of-${id}`, kind },
  roles: ['taf_practitioner'],
  hub: null,
  ...more,
});

/** The facts of a record around which nobody has a place. */
export const facts = (more: Partial<RecordFacts> = {}): RecordFacts => ({
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
export const personFacts = (families: readonly RecordFacts[], more: Partial<RecordFacts> = {}): RecordFacts =>
  facts({ record: 'child', kind: 'person', hub: null, families, ...more });

export const member = (principal: string, from = 0, to: number | null = null) => ({ principal, from, to });

export const familySections = [
  'plan.shared',
  'plan.practice',
  'family.words',
  'chronology.shared',
  'notes.agency-of-me',
  'notes.other',
  'safety.domestic-abuse',
  'safety.intelligence',
  'oversight',
] as const;
export const personSections = ['person.identity', 'person.location', 'person.health', 'person.voice'] as const;

export const allRoles = roles.codes;

import { earlyHelp, type Principal } from '@caseweave/family';
import type { Directory, NamedWho } from '@caseweave/model';
import { checkModelLaws, modelLaws, type ModelLaw } from '@caseweave/model/laws';
import { expect, test } from 'vitest';

const named = (id: string, more: Partial<Principal>): NamedWho<Principal> => ({
  who: { id, kind: 'practitioner', agency: null, roles: [], hub: null, ...more },
  name: `${id} by name`,
  organisation: more.agency?.id ?? null,
});
const council = { id: 'council', kind: 'la_early_help' } as const;

/** Somebody for each seat; their ids are no names of anything else. */
const directory: Directory = {
  people: [
    named('p-asha', { agency: council, hub: 'bilston' }),
    named('p-mo', { agency: council, hub: 'bilston', roles: ['manager'] }),
    named('p-cora', { agency: council, hub: 'wednesfield', roles: ['hub_coordinator'] }),
    named('p-tess', { agency: { id: 'oak', kind: 'school' } }),
    named('p-nils', { agency: { id: 'health', kind: 'school_nursing' } }),
    named('p-pia', { agency: { id: 'police', kind: 'police' } }),
    named('p-ida', { agency: { id: 'haven', kind: 'domestic_abuse' } }),
    named('p-sol', { agency: { id: 'council-care', kind: 'la_social_care' } }),
    // The first two records that a history begins beside its first are theirs, where it begins any.
    named('p-mum', { kind: 'family-adult', person: `${'1'.padStart(21, '0')}A` }),
    named('p-kid', { kind: 'young-person', person: `${'2'.padStart(21, '0')}A` }),
  ],
  units: {
    hub: [
      { id: 'bilston', name: 'Bilston hub' },
      { id: 'wednesfield', name: 'Wednesfield hub' },
    ],
    agency: [{ id: 'council', name: 'The council' }],
  },
};
const sections = ['plan.shared', 'plan.practice', 'person.identity', 'safety.domestic-abuse', 'notes.oak'];
const values = Object.fromEntries(
  ['grant-family-access', 'end-family-access', 'grant-person-access', 'end-person-access'].map((name) => [
    `${name}.section`,
    sections,
  ]),
);

// A device is not told of who left unseen, nor whose home is protected: what is pending may differ by that until it is told.
const notOnDevices: readonly ModelLaw[] = ['pending'];
const laws = (Object.keys(modelLaws) as ModelLaw[]).filter((law) => !notOnDevices.includes(law));

test('[A12, A13] early help keeps the laws of a model, and every decision of it is taken', () => {
  const { taken } = checkModelLaws(earlyHelp, { directory, values, laws, runs: 200, steps: 40, seed: 7 });

  expect(Object.entries(taken).filter(([, times]) => times === 0)).toEqual([]);
});

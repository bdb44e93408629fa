import { coded, decision, group, optional, truth } from '@caseweave/model';
import { familyRoles } from '../code-lists/family-roles.ts';
import { nothingDecided } from '../facts/person-facts.ts';
import { family } from '../kinds/family.ts';
import { seesPerson } from '../seen/sees-person.ts';
import { household, personId } from './form-values.ts';
import { refusals } from './refusals.ts';
import { decides, mayLink } from './who-decides.ts';

/** Registers a person in a family: somebody new, or somebody who is known already and whom its author decides about. */
export const registerPerson = decision(family, 'register-person', {
  title: 'Register a person in the family',
  by: 'the lead practitioner, and managers and coordinators of the hub; of a person who is known already, whoever decides about the person too',
  version: 1,
  form: group({
    person: personId({ label: 'Person', begunWhere: 'isNew' }),
    role: coded(familyRoles, { label: 'Role' }),
    household: optional(household({ label: 'Household' })),
    isNew: truth({ label: 'Registered now' }),
  }),
  refusals: { already: refusals.already },
  others: ({ person, isNew }) => (isNew ? [] : [person]),
  begins: ({ person, isNew }) => (isNew ? [{ record: person, kind: 'person', facts: nothingDecided }] : []),
  may: (deciding) => decides(deciding, 'plan.shared') && mayLink(deciding.others),
  check: ({ persons }, { person }) => (persons.some((one) => one.person === person) ? 'already' : null),
  fold: (facts, { person, role, household: home = null }) => ({
    ...facts,
    persons: [...facts.persons.filter((one) => one.person !== person), { person, role, household: home }],
  }),
  undoneBy: [],
  overtakenBy: [],
  words: ({ role }) =>
    role === 'child' ? 'A child is registered in the family' : 'An adult is registered in the family',
  stands: () => null,
  told: ({ reader, known, at, rights }, { person, role }) =>
    seesPerson(reader, person, known, at, rights) ? { person, role, household: null, isNew: false } : null,
});

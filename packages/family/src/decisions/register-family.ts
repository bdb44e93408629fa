import { coded, group, listOf, opening, optional, truth, unit } from '@caseweave/model';
import { familyRoles } from '../code-lists/family-roles.ts';
import { nothingDecided } from '../facts/person-facts.ts';
import { managedHub } from '../facts/principal.ts';
import { family } from '../kinds/family.ts';
import { seesHub } from '../seen/sees-hub.ts';
import { seesPerson } from '../seen/sees-person.ts';
import { household, personId, principal } from './form-values.ts';
import { somewhere } from './naming.ts';
import { refusals } from './refusals.ts';
import { canJoin, mayLink } from './who-decides.ts';

const personInFamily = group({
  person: personId({ label: 'Person', begunWhere: 'isNew' }),
  role: coded(familyRoles, { label: 'Role' }),
  household: optional(household({ label: 'Household' })),
  isNew: truth({ label: 'Registered together with the family' }),
});

/**
 * Registers a family with its people. Any practitioner of an agency may, and leads it themself or leaves it without a lead;
 * a manager may name another for their own hub.
 */
export const registerFamily = opening(family, 'register-family', {
  title: 'Register a family',
  by: 'any practitioner of an agency, who leads it themself or leaves it without a lead; managers and coordinators name another for their own hub',
  version: 1,
  form: group({
    hub: optional(unit('hub', { label: 'Hub' })),
    lead: optional(principal({ label: 'Lead practitioner' })),
    persons: listOf(personInFamily, { label: 'People', most: 60 }),
  }),
  refusals: { 'cannot-join': refusals['cannot-join'], 'no-such-hub': refusals['no-such-hub'] },
  others: ({ persons }) => persons.flatMap(({ person, isNew }) => (isNew ? [] : [person])),
  people: ({ lead }) => (lead === null || lead === undefined ? [] : [lead]),
  begins: ({ persons }) =>
    persons.flatMap(({ person, isNew }) => (isNew ? [{ record: person, kind: 'person', facts: nothingDecided }] : [])),
  may({ who, others }, { hub = null, lead = null }) {
    if (who.kind !== 'practitioner' || who.agency === null || !mayLink(others)) return false;
    return lead === null || lead === who.id || (hub !== null && managedHub(who) === hub);
  },
  check({ hub = null, lead = null }, _by, known) {
    if (lead !== null && !canJoin(lead, [], known)) return 'cannot-join';
    return hub !== null && known.unit('hub', hub) === null ? 'no-such-hub' : null;
  },
  // Until somebody else leads, whoever registers a family works with it: where no lead is named, they are in its team.
  fold({ hub = null, lead = null, persons }, { who, at }) {
    const first = lead ?? who;
    return {
      status: 'open',
      hub,
      lead,
      team: first === null ? [] : [{ principal: first, from: at, to: null }],
      grants: [],
      barred: [],
      socialCareOpenTo: [],
      persons: persons.map(({ person, role, household: home = null }) => ({ person, role, household: home })),
    };
  },
  words({ hub = null, persons }, names) {
    const count = persons.length;
    const people = count === 0 ? '' : ` with ${count} ${count === 1 ? 'person' : 'people'}`;
    return `The family is registered${people}${hub === null ? '' : ` at ${somewhere(names, hub)}`}`;
  },
  told: ({ reader, state, known, at, rights }, { hub = null, lead = null, persons }) => ({
    hub: hub === null || !seesHub(reader, hub, state, known, at, rights) ? null : hub,
    lead,
    persons: persons
      .filter(({ person }) => seesPerson(reader, person, known, at, rights))
      .map(({ person, role }) => ({ person, role, household: null, isNew: false })),
  }),
});

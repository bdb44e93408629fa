import { decision, group, listOf, moment, optional } from '@caseweave/model';
import { family } from '../kinds/family.ts';
import { seesPractitioner } from '../seen/sees-practitioner.ts';
import { principal } from './form-values.ts';
import { leavesTeam } from './leave-team.ts';
import { memberAt, membershipWords } from './membership.ts';
import { someone, untilWords } from './naming.ts';
import { refusals } from './refusals.ts';
import { canJoin, decides } from './who-decides.ts';

/** Lets somebody join the team around a family, for a time or for good. */
export const joinTeam = decision(family, 'join-team', {
  title: 'Let somebody join the team',
  by: 'the lead practitioner, and managers and coordinators of the hub',
  version: 1,
  form: group({
    principal: principal({ label: 'Practitioner' }),
    until: optional(moment({ label: 'Until' })),
    visibleTo: optional(listOf(principal({ label: 'Who' }), { label: 'Who may know of them', most: 200 })),
  }),
  refusals: { already: refusals.already, past: refusals.past, 'cannot-join': refusals['cannot-join'] },
  people: ({ principal: id }) => [id],
  may: (deciding) => decides(deciding, 'plan.shared'),
  check(facts, { principal: id, until = null }, { at }, known) {
    if (until !== null && until <= at) return 'past';
    if (memberAt(facts, id, at) !== undefined) return 'already';
    return canJoin(id, facts.barred, known) ? null : 'cannot-join';
  },
  fold: (facts, { principal: id, until = null, visibleTo = null }, { at }) => ({
    ...facts,
    team: [
      ...facts.team.filter((member) => member.principal !== id || member.from !== at),
      { principal: id, from: at, to: until, ...(visibleTo !== null && { visibleTo }) },
    ],
  }),
  // The protective one wins: who has been taken out of a team is not put back unseen.
  undoneBy: ['leave-team'],
  overtakenBy: ['leave-team'],
  isOvertaken: ({ principal: id }, other) => leavesTeam(other.form, id),
  words: ({ principal: id, until }, names) => `${someone(names, id)} joins the team${untilWords(until)}`,
  stands: (facts, { principal: id }, names, at) => membershipWords(facts, id, names, at),
  told({ reader, state, known, at }, { principal: id, until = null }) {
    const member = known.who(id);
    if (member === null || member === undefined || !seesPractitioner(reader, member.who, state, at)) return null;
    return { principal: id, until };
  },
});

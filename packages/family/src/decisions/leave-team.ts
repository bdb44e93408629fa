import { decision, group } from '@caseweave/model';
import { ended } from '../facts/span.ts';
import { family } from '../kinds/family.ts';
import { seesPractitioner } from '../seen/sees-practitioner.ts';
import { principal } from './form-values.ts';
import { memberAt, membershipWords } from './membership.ts';
import { someone } from './naming.ts';
import { refusals } from './refusals.ts';
import { decides } from './who-decides.ts';

const form = group({ principal: principal({ label: 'Practitioner' }) });

/** Whether the form of a decision takes somebody out of a team. */
export const leavesTeam = (other: unknown, id: string): boolean => form.safeParse(other).data?.principal === id;

/** Takes somebody out of the team around a family; anybody leaves by themself. */
export const leaveTeam = decision(family, 'leave-team', {
  title: 'Take somebody out of the team',
  by: 'the lead practitioner, and managers and coordinators of the hub; anybody leaves by themself',
  version: 1,
  form,
  refusals: { already: refusals.already, 'is-lead': refusals['is-lead'] },
  people: ({ principal: id }) => [id],
  may: (deciding, { principal: id }) =>
    decides(deciding, 'plan.shared') || (deciding.who.id === id && deciding.acts('plan.shared').read),
  check(facts, { principal: id }, { at }) {
    if (facts.lead === id) return 'is-lead';
    return memberAt(facts, id, at) === undefined ? 'already' : null;
  },
  fold: (facts, { principal: id }, { at }) => ({
    ...facts,
    team: facts.team.map((member) => (member.principal === id ? ended(member, at) : member)),
  }),
  undoneBy: ['join-team'],
  overtakenBy: [],
  words: ({ principal: id }, names) => `${someone(names, id)} leaves the team`,
  stands: (facts, { principal: id }, names, at) => membershipWords(facts, id, names, at),
  told({ reader, state, known, at }, { principal: id }) {
    const member = known.who(id);
    return member !== null && member !== undefined && seesPractitioner(reader, member.who, state, at)
      ? { principal: id }
      : null;
  },
});

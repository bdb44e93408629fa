import { decision, group, optional } from '@caseweave/model';
import { family } from '../kinds/family.ts';
import { principal } from './form-values.ts';
import { someone } from './naming.ts';
import { refusals } from './refusals.ts';
import { canJoin } from './who-decides.ts';

/** Says who leads the work with a family, or that nobody does. Decided by whoever runs the authority. */
export const appointLead = decision(family, 'appoint-lead', {
  title: 'Appoint the lead practitioner',
  by: 'whoever runs the authority',
  version: 1,
  form: group({ principal: optional(principal({ label: 'Lead practitioner' })) }),
  refusals: { already: refusals.already, 'cannot-join': refusals['cannot-join'] },
  people: ({ principal: id }) => (id === null || id === undefined ? [] : [id]),
  byAuthority: true,
  may: () => false,
  check(facts, { principal: id = null }, _by, known) {
    if (facts.lead === id) return 'already';
    return id === null || canJoin(id, facts.barred, known) ? null : 'cannot-join';
  },
  fold: (facts, { principal: id = null }) => ({ ...facts, lead: id }),
  undoneBy: ['appoint-lead'],
  overtakenBy: [],
  words: ({ principal: id = null }, names) =>
    id === null ? 'Nobody leads the work with the family' : `${someone(names, id)} leads the work with the family`,
  stands: ({ lead }, _form, names) =>
    lead === null ? null : `${someone(names, lead)} leads the work with the family.`,
  told: () => null,
});

import { decision, group, unit } from '@caseweave/model';
import { family } from '../kinds/family.ts';
import { seesHub } from '../seen/sees-hub.ts';
import { somewhere } from './naming.ts';
import { refusals } from './refusals.ts';
import { decides } from './who-decides.ts';

/** Allocates a family to a hub. */
export const allocate = decision(family, 'allocate', {
  title: 'Allocate to a hub',
  by: 'the lead practitioner where there is no hub yet, else managers and coordinators of the hub',
  version: 1,
  form: group({ hub: unit('hub', { label: 'Hub' }) }),
  refusals: { already: refusals.already, 'no-such-hub': refusals['no-such-hub'] },
  // A lead must not be able to move a family out of its manager's sight.
  may: (deciding) =>
    decides(deciding, 'plan.shared') && (deciding.state.facts.hub === null || deciding.seats.has('manager')),
  check(facts, { hub }, _by, known) {
    if (facts.hub === hub) return 'already';
    return known.unit('hub', hub) === null ? 'no-such-hub' : null;
  },
  fold: (facts, { hub }) => ({ ...facts, hub }),
  undoneBy: ['allocate'],
  overtakenBy: ['allocate'],
  words: ({ hub }, names) => `The family is allocated to ${somewhere(names, hub)}`,
  stands: ({ hub }, _form, names) => (hub === null ? null : `The family is allocated to ${somewhere(names, hub)}.`),
  told: ({ reader, state, known, at, rights }, { hub }) =>
    seesHub(reader, hub, state, known, at, rights) ? { hub } : null,
});

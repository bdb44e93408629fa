import { decision, group, truth } from '@caseweave/model';
import { person } from '../kinds/person.ts';

/** Says whether where a person is, is known to named people only. Decided by whoever runs the authority. */
export const protectLocation = decision(person, 'protect-location', {
  title: 'Protect where a person is',
  by: 'whoever runs the authority',
  version: 1,
  form: group({ isProtected: truth({ label: 'Protected' }) }),
  refusals: {},
  byAuthority: true,
  may: () => false,
  check: () => null,
  fold: (facts, { isProtected }) => ({ ...facts, protectedLocation: isProtected }),
  undoneBy: ['protect-location'],
  overtakenBy: [],
  words: ({ isProtected }) =>
    isProtected ? 'Where the person is, is protected' : 'Where the person is, is protected no longer',
  stands: () => null,
  told: () => null,
});

import { builder } from '../builder.ts';

/** What somebody is in a family. */
export const FamilyRole = builder.enumType('FamilyRole', {
  description: 'What somebody is in a family.',
  values: {
    CHILD: { value: 'child', description: 'A child or young person.' },
    ADULT: { value: 'adult', description: 'An adult.' },
  } as const,
});

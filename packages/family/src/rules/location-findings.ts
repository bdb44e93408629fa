import { homesOf } from '../meanings/homes-of.ts';
import type { LocationView } from '../sections/person-location.ts';
import type { Finding, RuleContext } from './finding.ts';

/** What a person's location leaves to be looked at. */
export function locationFindings(view: LocationView, { today }: RuleContext): readonly Finding[] {
  const homes = homesOf(view, today);
  if (homes.length < 2) return [];
  return [
    {
      rule: 'F11',
      severity: 'error',
      path: 'residences',
      words: `Where is this child living? ${homes.length} homes are given for today. Find out now, and end the ones that are over.`,
    },
  ];
}

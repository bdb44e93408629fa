import type { IdentityView } from '../sections/person-identity.ts';
import type { Finding, RuleContext } from './finding.ts';

/** What a person's identity leaves to be looked at; the numbers are those of the national validation rules. */
export function identityFindings(view: IdentityView, { today }: RuleContext): readonly Finding[] {
  const { dateOfBirth, expectedBirthDate, sex } = view;
  const found: Finding[] = [];
  if (dateOfBirth === null && expectedBirthDate === null) {
    found.push({
      rule: '8525Q',
      severity: 'query',
      path: 'dateOfBirth',
      words: 'Give a date of birth, or when the birth is expected.',
    });
  }
  if (dateOfBirth !== null && expectedBirthDate !== null) {
    found.push({
      rule: '8525Q',
      severity: 'query',
      path: 'expectedBirthDate',
      words: 'The child is born: the expected date is no longer used.',
    });
  }
  if (dateOfBirth !== null && dateOfBirth > today) {
    found.push({
      rule: '8525Q',
      severity: 'error',
      path: 'dateOfBirth',
      words: 'The date of birth is in the future: an unborn child has an expected date.',
    });
  }
  if (dateOfBirth === null && expectedBirthDate !== null && sex !== null && sex !== 'U') {
    found.push({
      rule: '4180',
      severity: 'error',
      path: 'sex',
      words: 'An unborn child is recorded as not known or unborn.',
    });
  }
  return found;
}

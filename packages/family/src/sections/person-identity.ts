import { codedRegister, codedSet, day, identifier, line, sectionOf, truth } from '@caseweave/model';
import type { Finding, RuleContext } from '@caseweave/model';
import { defineSection, register, type View } from '@caseweave/record';
import { z } from 'zod';
import { disabilities } from '../code-lists/disabilities.ts';
import { ethnicities } from '../code-lists/ethnicities.ts';
import { sexes } from '../code-lists/sexes.ts';
import { checkNhsNumber } from '../identifiers/nhs-number.ts';
import { checkUpn } from '../identifiers/upn.ts';
import { person } from '../kinds/person.ts';

const nhsNumber = () =>
  identifier(
    'nhs-number',
    z
      .string()
      .refine(
        (typed) => checkNhsNumber(typed).type === 'valid',
        'an NHS number has 10 digits, and the last one checks the others',
      ),
  );
const upn = () =>
  identifier(
    'upn',
    z
      .string()
      .refine(
        (typed) => checkUpn(typed).type === 'valid',
        'a UPN has a letter and 12 digits, and the letter checks the others',
      ),
  );

/** Who a person is. */
export const personIdentity = defineSection({
  name: 'person.identity',
  version: 2,
  oldestWriter: 1,
  fields: {
    givenName: register(line(), { label: 'Given name' }),
    familyName: register(line(), { label: 'Family name' }),
    knownAs: register(line(), { label: 'Known as' }),
    dateOfBirth: register(day(), { label: 'Date of birth' }),
    expectedBirthDate: register(day(), { label: 'Expected date of birth', standing: 'earliest' }),
    sex: codedRegister(sexes, { label: 'Sex' }),
    pronouns: register(line(), { label: 'Pronouns' }),
    ethnicity: codedRegister(ethnicities, { label: 'Ethnicity' }),
    disabilities: codedSet(disabilities, { label: 'Disabilities' }),
    firstLanguage: register(line(), { label: 'First language' }),
    interpreterNeeded: register(truth(), { label: 'Needs an interpreter' }),
    nhsNumber: register(nhsNumber(), { label: 'NHS number' }),
    // Found by the national service, which a number that was typed from a letter was not.
    nhsNumberTraced: register(nhsNumber(), {
      label: 'NHS number, traced',
      standing: {
        choose: ([first = '']) => first,
        because: 'two traced numbers may belong to two different children: look whether this record is about one',
      },
    }),
    upn: register(upn(), { label: 'Unique pupil number' }),
  },
});

/** What a person's identity says at one moment. */
export type IdentityView = View<typeof personIdentity>;

/** The numbers are those of the national validation rules. */
function findings({ dateOfBirth, expectedBirthDate, sex }: IdentityView, { today }: RuleContext): readonly Finding[] {
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

export const personIdentitySection = sectionOf(person, personIdentity, {
  title: 'Identity',
  about: 'Who a person is.',
  rights: {
    lead: 'write',
    'council-early-help': 'read',
    education: 'read',
    health: 'read',
    justice: 'read',
    partner: 'read',
    'domestic-abuse': 'read',
    manager: 'read',
    'social-worker': 'read',
    'household-adult': { level: 'read', when: 'own-household' },
    'young-person': { level: 'read', when: 'own' },
    named: 'none',
  },
  list: {
    fields: {
      name: { label: 'Name', value: line({ longest: 401 }), isSearched: true },
      dateOfBirth: { label: 'Date of birth', value: day() },
      expectedBirthDate: { label: 'Expected date of birth', value: day() },
    },
    show({ knownAs, givenName, familyName, dateOfBirth, expectedBirthDate }) {
      const name = [knownAs ?? givenName, familyName].filter((part) => part !== null).join(' ');
      return {
        name: name === '' ? null : name,
        dateOfBirth,
        expectedBirthDate: dateOfBirth === null ? expectedBirthDate : null,
      };
    },
  },
  findings,
});

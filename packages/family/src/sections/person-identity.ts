import { defineSection, register, setOf, type View } from '@caseweave/record';
import { z } from 'zod';
import { disabilities } from '../code-lists/disabilities.ts';
import { ethnicities } from '../code-lists/ethnicities.ts';
import { sexes } from '../code-lists/sexes.ts';
import { checkNhsNumber } from '../identifiers/nhs-number.ts';
import { checkUpn } from '../identifiers/upn.ts';
import { day, line } from './values.ts';

const nhsNumber = z
  .string()
  .refine(
    (typed) => checkNhsNumber(typed).type === 'valid',
    'an NHS number has 10 digits, and the last one checks the others',
  );
const upn = z
  .string()
  .refine(
    (typed) => checkUpn(typed).type === 'valid',
    'a UPN has a letter and 12 digits, and the letter checks the others',
  );

/** Who a person is. */
export const personIdentity = defineSection({
  name: 'person.identity',
  version: 2,
  oldestWriter: 1,
  fields: {
    givenName: register(line, { label: 'Given name' }),
    familyName: register(line, { label: 'Family name' }),
    knownAs: register(line, { label: 'Known as' }),
    dateOfBirth: register(day, { label: 'Date of birth' }),
    expectedBirthDate: register(day, { label: 'Expected date of birth', standing: 'earliest' }),
    sex: register(sexes.schema, { label: 'Sex', words: sexes.labelOf }),
    pronouns: register(line, { label: 'Pronouns' }),
    ethnicity: register(ethnicities.schema, { label: 'Ethnicity', words: ethnicities.labelOf }),
    disabilities: setOf(disabilities.schema, {
      label: 'Disabilities',
      words: disabilities.labelOf,
      exclusive: ['NONE'],
    }),
    firstLanguage: register(line, { label: 'First language' }),
    interpreterNeeded: register(z.boolean(), { label: 'Needs an interpreter' }),
    nhsNumber: register(nhsNumber, { label: 'NHS number' }),
    // Found by the national service, which a number that was typed from a letter was not.
    nhsNumberTraced: register(nhsNumber, {
      label: 'NHS number, traced',
      standing: {
        choose: ([first = '']) => first,
        because: 'two traced numbers may belong to two different children: look whether this record is about one',
      },
    }),
    upn: register(upn, { label: 'Unique pupil number' }),
  },
});

/** What a person's identity says at one moment. */
export type IdentityView = View<typeof personIdentity>;

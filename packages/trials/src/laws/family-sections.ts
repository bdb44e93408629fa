import {
  chronologyShared,
  familyWords,
  notes,
  oversight,
  personHealth,
  personIdentity,
  personLocation,
  personVoice,
  planPractice,
  planShared,
  safetyDomesticAbuse,
  safetyIntelligence,
  upnCheckLetter,
} from '@caseweave/family';

/** The sections of a family's record, for the command that checks the laws of merging over all that a module exports. */
export {
  chronologyShared,
  familyWords,
  oversight,
  personHealth,
  personIdentity,
  personLocation,
  personVoice,
  planPractice,
  planShared,
  safetyDomesticAbuse,
  safetyIntelligence,
};
export const schoolNotes = notes('school');

const nhsNumbers = ['9990000018', '9990000026', '9990000034'];

/** Values that carry check digits: of nobody, from the ranges that are kept for tests. */
export const lawOptions = {
  values: {
    nhsNumber: nhsNumbers,
    nhsNumberTraced: nhsNumbers,
    upn: ['000000000001', '000000000002'].map((digits) => `${upnCheckLetter(digits)}${digits}`),
  },
};

import { earlyHelp, upnCheckLetter } from '@caseweave/family';

/** The sections of early help, for the command that checks the laws of merging over all that a module exports. */
export const sections = earlyHelp.parts.map((part) =>
  part.type === 'section' ? part.schema : part.schemaOf('school'),
);

const nhsNumbers = ['9990000018', '9990000026', '9990000034'];

/** Values that carry check digits: of nobody, from the ranges that are kept for tests. */
export const lawOptions = {
  values: {
    nhsNumber: nhsNumbers,
    nhsNumberTraced: nhsNumbers,
    upn: ['000000000001', '000000000002'].map((digits) => `${upnCheckLetter(digits)}${digits}`),
  },
};

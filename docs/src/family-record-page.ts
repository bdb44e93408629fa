import { earlyHelp } from '@caseweave/family';
import { modelMarkdown } from '@caseweave/model';

/** The reference page of the family record: who may do what, what can be decided, and what its sections hold. */
export const familyRecordPage = (): string =>
  `<!-- Written by \`npm run pages\` from \`earlyHelp\` in \`@caseweave/family\`; do not edit. -->\n\n${modelMarkdown(earlyHelp).trimEnd()}\n`;

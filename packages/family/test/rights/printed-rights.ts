import { earlyHelp } from '@caseweave/family';
import { modelMarkdown } from '@caseweave/model';

const begin = '### Who stands how to it, and what they may do';
const end = '### What can be decided';

/** The rights table of each kind as the model prints it: its seats, its rows, and what its conditions mean. */
export const printedRights = (): readonly string[] =>
  modelMarkdown(earlyHelp)
    .split(begin)
    .slice(1)
    .map((kind) => kind.slice(0, kind.indexOf(end)).trim());

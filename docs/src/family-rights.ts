import { earlyHelp } from '@caseweave/family';
import { modelMarkdown } from '@caseweave/model';
import { textOf } from './repository.ts';

/** Where the specification of early help shows the rights table. */
export const familySpec = 'packages/family/SPEC.md';

const begin = '<!-- Printed from the model by `npm run pages`. -->\n\n';
const end = '<!-- As far as here. -->\n';

/** The specification of early help, with the rights table of each kind as the model has it. */
export function familySpecPage(): string {
  const spec = textOf(familySpec);
  const [from, to] = [spec.indexOf(begin) + begin.length, spec.indexOf(end)];
  if (from < begin.length || to < from) throw new Error(`${familySpec} does not say where the rights table stands.`);
  return spec.slice(0, from) + printedRights() + spec.slice(to);
}

/** Who stands how to a record, and what they may do: of each kind as its documentation has it. */
const printedRights = (): string =>
  modelMarkdown(earlyHelp)
    .split('### Who stands how to it, and what they may do\n\n')
    .slice(1)
    .map((rest, place) => {
      const kind = [...earlyHelp.kinds.keys()][place] ?? '';
      return `Of a ${kind}:\n\n${rest.slice(0, rest.indexOf('### What can be decided'))}`;
    })
    .join('');

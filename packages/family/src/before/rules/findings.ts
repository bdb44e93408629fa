import type { Finding, RuleContext } from '@caseweave/model';
import { isUnshownIn } from '@caseweave/record';
import { sections } from '../../sections/sections.ts';

/** What a section leaves to be looked at. */
export function findings(sectionName: string, view: unknown, context: RuleContext): readonly Finding[] {
  const part = sections.find((one) => one.type === 'section' && one.schema.name === sectionName);
  const found = part?.findings(view as never, context) ?? [];
  // Where a later version wrote what this one cannot show, nothing is missing that it knows of.
  return typeof view === 'object' && view !== null
    ? found.filter(({ path, row }) => !isUnshownIn(view, path, row))
    : found;
}

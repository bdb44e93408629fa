import type { Finding, RuleContext } from '@caseweave/model';
import { sections } from '../../sections/sections.ts';

/** What a section leaves to be looked at. */
export function findings(sectionName: string, view: unknown, context: RuleContext): readonly Finding[] {
  const part = sections.find((one) => one.type === 'section' && one.schema.name === sectionName);
  return part?.findings(view as never, context) ?? [];
}

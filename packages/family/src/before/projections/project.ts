import type { Json } from '@caseweave/record';
import { sections } from '../../sections/sections.ts';

/** What a caseload's list shows from a section; null where it shows nothing. */
export function project(sectionName: string, view: unknown, questions = 0): Json | null {
  const part = sections.find((one) => one.type === 'section' && one.schema.name === sectionName);
  return part?.list?.show(view as never, questions) ?? null;
}

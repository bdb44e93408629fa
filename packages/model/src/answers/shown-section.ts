import { isUnshownIn, type Json, type SectionSchema, type View } from '@caseweave/record';
import type { Model } from '../model/model.ts';
import { contained } from '../rights/report-fault.ts';
import type { Finding, RuleContext } from '../sections/finding.ts';
import { type AnySectionPart, rowOf } from '../sections/section-part.ts';

/** What a list shows of a section; null for nothing, and where the part's code throws, which is told. */
export function listed(
  model: Model,
  part: AnySectionPart,
  view: View<SectionSchema>,
  questions: number,
): { readonly [name: string]: Json } | null {
  const { list } = part;
  if (list === null) return null;
  return contained(model.report, `sections.${rowOf(part)}.list.show`, () => list.show(view, questions), null);
}

/**
 * What a section leaves to be looked at; nothing where the part's code throws, which is told. Of a field in which a later
 * version wrote what this one cannot show, nothing is found: it is not missing.
 */
export const findingsIn = (
  model: Model,
  part: AnySectionPart,
  view: View<SectionSchema>,
  context: RuleContext,
): readonly Finding[] =>
  contained(model.report, `sections.${rowOf(part)}.findings`, () => part.findings(view, context), []).filter(
    ({ path, row }) => !isUnshownIn(view, path, row),
  );

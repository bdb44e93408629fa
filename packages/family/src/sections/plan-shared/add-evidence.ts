import type { Draft, NewEntry } from '@caseweave/record';
import type { planShared } from './plan-shared.ts';

/** What was seen about a need. */
export type Evidence = NewEntry<(typeof planShared)['fields']['evidence']['fields']>;

/**
 * Adds evidence to a need, in an edit of the shared plan. Evidence that things are worse also says again that the need is
 * open: whoever marks it met at the same time, without having seen this, is asked about it.
 *
 * @example section.edit((draft) => addEvidence(draft, { need, direction: 'worse', text, on, by }))
 */
export function addEvidence(draft: Draft<typeof planShared>, evidence: Evidence): string {
  if (evidence.direction === 'worse' && typeof evidence.need === 'string') {
    draft.needs.byId(evidence.need).status = 'open';
  }
  return draft.evidence.append(evidence);
}

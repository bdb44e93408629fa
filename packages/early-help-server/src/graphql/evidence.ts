import type { ExtraTools } from '@caseweave/graphql';
import { addEvidence, type Evidence, planShared } from '@caseweave/family';

/** That a need is worse also says again that it is open. */
export function evidence({ append }: ExtraTools): void {
  // The values are those of this very log; the edit checks each.
  append(planShared, 'evidence', (draft, entry) => addEvidence(draft, entry as Evidence));
}

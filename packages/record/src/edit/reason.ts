import { copyJson } from '../json.ts';
import { LIMITS } from '../limits.ts';
import type { Refusal } from '../outcomes.ts';

/** What is wrong with a reason, if it is one that cannot be kept. */
export function reasonFault(reason: unknown): Refusal | undefined {
  if (reason === undefined) return undefined;
  if (typeof reason === 'string' && reason.length <= LIMITS.reasonLength && copyJson(reason).ok) return undefined;
  return {
    code: 'wrong-value',
    path: '',
    rule: `a reason is a text of at most ${LIMITS.reasonLength} characters`,
    remedy: 'Say briefly why.',
  };
}

import type { DecisionCommand, Principal } from '@caseweave/family';
import { refusalOf } from '@caseweave/family';
import type { Asking } from '../asking.ts';
import { LIMITS } from '../limits/limits.ts';
import type { DecisionOutcomeShape } from './decision-outcome.ts';

/** A decision that an operation asks for. */
export interface AskedCommand {
  readonly key: string;
  readonly seen?: string | null | undefined;
  readonly reason?: string | null | undefined;
  /** Makes the command: ids for what is new come from the key, so that a repetition is the same command. */
  command(author: Principal, newId: () => string): DecisionCommand;
}

/** Has a command decided for whoever asks, and says what became of it. */
export async function decideFor(asking: Asking, asked: AskedCommand): Promise<DecisionOutcomeShape> {
  const { sources } = asking;
  const viewer = await asking.renew();
  const { key, seen, reason } = asked;
  const base = typeof seen === 'string' ? sources.openVersion(seen) : null;
  if (base === undefined || key === '' || key.length > LIMITS.key) {
    return { type: 'not-decided', ...refusalOf('malformed') };
  }
  const { principal, at } = viewer;
  const command = asked.command(principal, sources.newRecordIds(principal.id, key));
  const told = await sources.decide({ principal: principal.id, command, base, key, at, reason: reason ?? null });
  // What the operation reads after this is read afresh, and so shows what was decided.
  await asking.renew();
  return told.type === 'not-decided' && told.code === 'not-allowed' ? { type: 'not-allowed' } : told;
}

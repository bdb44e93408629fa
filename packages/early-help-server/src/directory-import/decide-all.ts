import type { Json } from '@caseweave/record';
import type { Node, Trx } from '@caseweave/server';

/**
 * Has whoever runs the authority decide, in a transaction of the caller's. The file was checked whole: a decision that is
 * refused all the same undoes what was done in the transaction.
 */
export async function decideAll({ decisions }: Node, trx: Trx, commands: readonly Json[], at: number): Promise<void> {
  for (const command of commands) {
    const outcome = await decisions.decideIn(trx, command, at);
    if (outcome.type === 'not-decided') throw new Error(`What the directory says cannot be decided: ${outcome.words}`);
  }
}

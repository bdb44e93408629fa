import { earlyHelp, type EarlyHelpCommand } from '@caseweave/family';
import { type DecisionRefusal, judgeAhead } from '@caseweave/model';
import { useRecords } from '@caseweave/react';
import { useNow } from '../words/use-now.ts';
import { knownAround } from './known-here.ts';
import { useKnownHere } from './known-here-context.tsx';

/**
 * Asks the model whether one may decide something about a record, by what this device was told: null if so, else why not,
 * in words. The server judges; this only spares a button that it would refuse.
 */
export function useJudge(record: string): (command: EarlyHelpCommand) => DecisionRefusal | null {
  const known = useKnownHere();
  const now = useNow();
  const told = useRecords().find((one) => one.record === record)?.facts ?? null;
  return (command) =>
    known.me === null
      ? earlyHelp.refusal('not-allowed')
      : judgeAhead(earlyHelp, known.me, command, { told, known: knownAround(known), at: now });
}

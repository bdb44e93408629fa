import type { EarlyHelpCommand } from '@caseweave/family';
import { useDecide } from '@caseweave/react';
import { useState } from 'react';

/** Gives commands from a screen, and says what is wrong with one that is not even stored. */
export function useCommand(): {
  readonly problem: string | null;
  /** Gives a command; tells whether it is on this device. */
  readonly give: (command: EarlyHelpCommand) => Promise<boolean>;
} {
  const decide = useDecide();
  const [problem, setProblem] = useState<string | null>(null);
  const give = async (command: EarlyHelpCommand) => {
    const outcome = await decide(command);
    setProblem(
      outcome.type === 'refused'
        ? outcome.refusals.map(({ words, stands }) => [words, stands].filter(Boolean).join(' ')).join(' ')
        : null,
    );
    return outcome.type === 'on-device';
  };
  return { problem, give };
}

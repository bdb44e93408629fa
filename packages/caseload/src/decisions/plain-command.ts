import type { Json } from '@caseweave/record';
import type { DecideOutcome } from './decide-outcome.ts';

/** A command as the other tabs and the server will read it; undefined where JSON cannot carry it. */
export function plainCommand(command: unknown): Json | undefined {
  try {
    // What JSON leaves out gives no text at all.
    const text: string | undefined = JSON.stringify(command);
    return text === undefined ? undefined : (JSON.parse(text) as Json);
  } catch {
    return undefined;
  }
}

/** Such a command is refused. */
export const notPlain: DecideOutcome = {
  type: 'refused',
  refusals: [{ code: 'no-json', words: 'A decision is plain data, and this holds what JSON cannot carry.' }],
};

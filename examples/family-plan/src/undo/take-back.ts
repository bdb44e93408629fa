import type { OpenSection } from '@caseweave/caseload';

/** What became of taking back, for the person who asked. */
export interface TakenBack {
  readonly words: string;
  /** Whether something was taken back, so that it can be done again. */
  readonly canRedo: boolean;
}

/** Takes back what was done last in a section, or does it again, and says so. */
export function takeBack(section: Pick<OpenSection, 'undo' | 'redo'>, doing: 'undo' | 'redo'): TakenBack {
  const outcome = section[doing]();
  switch (outcome.type) {
    case 'taken-back': {
      const left =
        outcome.left.length === 0 ? '' : ` Left as it is, since others changed it: ${outcome.left.join(', ')}.`;
      return { words: `${withStop(outcome.words)}${left}`, canRedo: doing === 'undo' };
    }
    case 'overtaken':
    case 'nothing':
      return { words: withStop(outcome.words), canRedo: false };
    case 'refused':
      return { words: outcome.refusals.map(({ rule }) => withStop(rule)).join(' '), canRedo: false };
  }
}

const withStop = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

import type { EditOutcome } from '@caseweave/record';

/** What is wrong with an edit that was refused, and what to do about it, in sentences; null for one that was not. */
export const refusalWords = (outcome: EditOutcome<unknown>): string | null =>
  outcome.type === 'refused'
    ? outcome.refusals.map(({ rule, remedy }) => `${sentence(rule)} ${remedy}`).join(' ')
    : null;

/** Words as a sentence: with a capital letter and a full stop. */
export const sentence = (words: string): string =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`;

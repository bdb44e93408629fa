/**
 * Why a command was not carried out, whatever the decision; each decision has codes of its own beside.
 *
 * - `malformed`: it is no command that is known here, or what is in it does not fit together.
 * - `newer`: it is of a newer version of the model than this one.
 * - `not-allowed`: there is no such record, or its author may not decide this; which of the two is not told.
 * - `overtaken`: something was decided meanwhile that its author did not know of.
 * - `id-taken`: an id that it made for something new is in use.
 * - `no-such-id`: it names somebody or a unit that there is none of.
 * - `failed`: code of the model threw, or gave what cannot be. Whoever runs the authority is told.
 */
export const COMMON_REFUSALS = {
  malformed: 'The server does not understand this decision. Load the app again, and decide again.',
  newer: 'The server is older than this app and does not know this decision yet. Try again later.',
  'not-allowed': 'There is no such record, or you may not decide this about it. Ask somebody who decides about it.',
  overtaken: 'Something else was decided meanwhile. Look at what stands now and, if it is still needed, decide again.',
  'id-taken': 'An id that was made for the new record is in use. Begin it again.',
  'no-such-id': 'It names somebody or something that there is none of. Look them up, and decide again.',
  failed: 'A mistake in this app keeps it from being decided. Nothing was changed. Tell whoever runs the app.',
} as const;

/** A code that any decision may be refused with. */
export type CommonRefusal = keyof typeof COMMON_REFUSALS;

/** A command that was not carried out: why, and what stands instead. */
export interface DecisionRefusal<Code extends string = string> {
  readonly code: Code;
  /** Why, and what to do next, in plain words. */
  readonly words: string;
  /** What stands instead, in plain words; null if there is nothing to say. */
  readonly stands: string | null;
}

/** Says why a command was not carried out, by a code that any decision may be refused with. */
export const commonRefusal = (
  code: CommonRefusal,
  stands: string | null = null,
  words: string = COMMON_REFUSALS[code],
): DecisionRefusal<CommonRefusal> => ({
  code,
  words,
  stands,
});

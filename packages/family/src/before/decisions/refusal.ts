/**
 * Why a command was not carried out.
 *
 * - `malformed`: it is no command that is known here, or what is in it does not fit together.
 * - `not-allowed`: there is no such record, or its author may not decide this; which of the two is not told.
 * - `already`: it is so already.
 * - `overtaken`: something was decided meanwhile that its author did not know of.
 * - `id-taken`: an id that it made for something new is in use.
 * - `no-such-hub`: there is no such hub.
 * - `cannot-join`: whom it names cannot be in this team.
 * - `is-lead`: the lead practitioner cannot leave before another leads.
 * - `past`: the end that it gives lies in the past.
 */
export const DECISION_CODES = [
  'malformed',
  'not-allowed',
  'already',
  'overtaken',
  'id-taken',
  'no-such-hub',
  'cannot-join',
  'is-lead',
  'past',
] as const;

/** Why a command was not carried out; the closed list is DECISION_CODES. */
export type DecisionCode = (typeof DECISION_CODES)[number];

/** A command that was not carried out: why, and what stands instead. */
export interface DecisionRefusal {
  readonly code: DecisionCode;
  /** Why, and what to do next, in plain words. */
  readonly words: string;
  /** What stands instead, in plain words; null if there is nothing to say. */
  readonly stands: string | null;
}

const words: Readonly<Record<DecisionCode, string>> = {
  malformed: 'The server does not understand this decision. Load the app again, and decide again.',
  'not-allowed':
    'There is no such record, or you may not decide this about it. Ask the lead practitioner or the manager.',
  already: 'It is so already. There is nothing more to do.',
  overtaken: 'Something else was decided meanwhile. Look at what stands now and, if it is still needed, decide again.',
  'id-taken': 'An id that was made for the new record is in use. Register it again.',
  'no-such-hub': 'There is no such hub. Choose another.',
  'cannot-join': 'This person cannot be in this team. Choose somebody else, or ask the manager.',
  'is-lead': 'The lead practitioner stays in the team until somebody else leads. Hand the lead over first.',
  past: 'The day on which it should end has passed. Choose a later one.',
};

/** Says why a command was not carried out. */
export const refusalOf = (
  code: DecisionCode,
  { stands = null }: { readonly stands?: string | null } = {},
): DecisionRefusal => ({ code, words: words[code], stands });

import type { DecisionCommand, DecisionRefusal } from '@caseweave/family';

/** A command that a program gives, on behalf of whoever it signed in as. */
interface AskedDecision {
  readonly principal: string;
  readonly command: DecisionCommand;
  /** The position of the log that it was given on; null where that is not known. */
  readonly base: number | null;
  readonly key: string;
  readonly at: number;
  readonly reason: string | null;
}

/** What became of a command. */
type DecisionTold =
  | { readonly type: 'decided'; readonly command: DecisionCommand; readonly position: number }
  | ({ readonly type: 'not-decided' } & DecisionRefusal)
  | { readonly type: 'key-reused' };

/** Carries out commands by the way that all go: ordered in the one log. */
export interface DecisionsSource {
  decide(decision: AskedDecision): Promise<DecisionTold>;
  /** Makes ids for new records: none can guess them, and under one key they are always the same. */
  newRecordIds(principal: string, key: string): () => string;
}

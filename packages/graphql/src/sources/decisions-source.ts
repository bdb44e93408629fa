import type { Command, DecisionRefusal, NamedWho } from '@caseweave/model';
import type { Json } from '@caseweave/record';

/** A command that a program gives, on behalf of whoever it signed in as. */
interface AskedDecision {
  readonly author: NamedWho;
  /** JSON of a command, as devices make it. */
  readonly command: Json;
  /** The position of the log that it was given on; null where that is not known. */
  readonly base: number | null;
  readonly key: string;
  readonly at: number;
  readonly reason: string | null;
}

/** What became of a command. */
export type DecisionTold =
  | { readonly type: 'decided'; readonly command: Command; readonly position: number }
  | ({ readonly type: 'not-decided' } & DecisionRefusal)
  | { readonly type: 'key-reused' };

/** Carries out commands by the way that all go: ordered in the one log. */
export interface DecisionsSource {
  decide(decision: AskedDecision): Promise<DecisionTold>;
  /** Makes ids for new records and their sections: none can guess them, and under one key they are always the same. */
  newRecordIds(principal: string, key: string): () => string;
}

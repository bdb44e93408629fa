import type { PrincipalId, SectionId, ServerMessage } from '@caseweave/protocol';
import type { KnownWho } from '../directory/people.ts';

/** A live connection, as routing sees it. */
export interface Reader {
  readonly device: string;
  readonly principalId: PrincipalId;
  readonly known: KnownWho;
  /** The keys that they look for records by. */
  readonly keys: readonly string[];
  /** The states of those of these sections that this reader may read, as messages. */
  states(sections: readonly SectionId[]): Promise<readonly ServerMessage[]>;
  /** Says messages that belong to a position of the log, at once or after some milliseconds with what comes meanwhile. */
  tell(position: number, messages: readonly ServerMessage[], delay: number): void;
  /** Says where somebody is; it belongs to no position. */
  present(message: ServerMessage): void;
  /** Everything up to a position has been told. */
  reached(position: number): void;
  /** What this person is has changed: they connect again. */
  startAgain(): void;
  /** Other rights are in force: they compare what they hold. */
  compare(): void;
}

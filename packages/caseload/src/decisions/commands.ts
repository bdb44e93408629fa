import type { Json } from '@caseweave/record';
import type { AppCode } from '../app-code/app-code.ts';
import type { CommandRefusal, Decider, DecisionPort, NewRecord } from './decision-port.ts';

/** What the app's commands mean, as far as the app can tell: undefined where its function throws. */
export class Commands {
  readonly #port: DecisionPort;
  readonly #appCode: AppCode;

  constructor(port: DecisionPort, appCode: AppCode) {
    this.#port = port;
    this.#appCode = appCode;
  }

  record(command: Json): string | undefined {
    return this.#appCode.call('decisions.record', () => this.#port.record(command));
  }

  records(command: Json, facts: Json, by: Decider): readonly NewRecord[] | undefined {
    return this.#appCode.call('decisions.records', () => this.#port.records(command, facts, by));
  }

  fold(facts: Json, command: Json, by: Decider): Json | null | undefined {
    return this.#appCode.call('decisions.fold', () => this.#port.fold(facts, command, by));
  }

  words(command: Json): string | undefined {
    return this.#appCode.call('decisions.words', () => this.#port.words(command));
  }

  check(command: Json): CommandRefusal | null | undefined {
    return this.#appCode.call('decisions.check', () => this.#port.check?.(command) ?? null);
  }
}

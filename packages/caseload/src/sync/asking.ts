import { recordIdFrom } from '@caseweave/protocol';
import type { DecideOutcome } from '../decisions/decide-outcome.ts';
import type { CaseloadOptions } from '../options.ts';
import type { TabAsk } from '../tabs/tab-message.ts';

/** The writing tab may be busy, or one of an older version of the app that does not know what it is asked. */
const patience = 10_000;

type Answer = DecideOutcome | null;

interface Open {
  readonly ask: TabAsk;
  readonly answer: (answer: Answer) => void;
}

/** What a tab that reads along has asked the writing one to do, until that has answered. */
export class Asking {
  readonly #options: CaseloadOptions;
  readonly #open = new Map<string, Open>();

  constructor(options: CaseloadOptions) {
    this.#options = options;
  }

  /** A name for something asked, or decided: no other has it. */
  newKey(): string {
    return recordIdFrom(this.#options.random.bytes(16));
  }

  /** Asks the writing tab. */
  ask(ask: TabAsk): Promise<Answer> {
    const id = this.newKey();
    return new Promise((resolve) => {
      const cancel = this.#options.clock.wakeIn(patience, () => this.answered(id, unanswered));
      const answer = (given: Answer) => {
        cancel();
        resolve(given);
      };
      this.#open.set(id, { ask, answer });
      this.#options.channel.send({ type: 'ask', id, ask });
    });
  }

  answered(id: string, answer: Answer): void {
    this.#open.get(id)?.answer(answer);
    this.#open.delete(id);
  }

  /** This tab writes now: it carries out itself what nobody has answered. */
  async takeOver(carryOut: (id: string, ask: TabAsk) => Promise<Answer>): Promise<void> {
    for (const [id, { ask }] of Array.from(this.#open)) this.answered(id, await carryOut(id, ask));
  }

  close(): void {
    for (const id of Array.from(this.#open.keys())) this.answered(id, unanswered);
  }
}

const unanswered: DecideOutcome = {
  type: 'refused',
  refusals: [
    {
      code: 'other-tab',
      words: 'Another tab of this app writes and has not answered. Look there whether it was done, or try again.',
    },
  ],
};

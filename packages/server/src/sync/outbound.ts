import type { ServerMessage } from '@caseweave/protocol';

interface Held {
  readonly position: number;
  readonly messages: readonly ServerMessage[];
}

/**
 * What waits to be said on one connection. While the device catches up, what is new is held; afterwards it is said in the
 * order of the log, changes of one section together, and a cursor after each group.
 */
export class Outbound {
  readonly #say: (messages: readonly ServerMessage[]) => void;
  readonly #cursor: (position: number) => ServerMessage;
  #held: Held[] | null = [];
  #waiting: ServerMessage[] = [];
  #position = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(say: (messages: readonly ServerMessage[]) => void, cursor: (position: number) => ServerMessage) {
    this.#say = say;
    this.#cursor = cursor;
  }

  /** The device has caught up to a position: what is newer follows, and from now on everything at once. */
  live(position: number): void {
    const held = this.#held ?? [];
    this.#held = null;
    this.#position = Math.max(this.#position, position);
    for (const one of held) if (one.position > position) this.#add(one.messages);
    this.flush();
  }

  tell(position: number, messages: readonly ServerMessage[], delay: number): void {
    if (this.#held !== null) {
      this.#held.push({ position, messages });
      return;
    }
    this.#add(messages);
    if (delay > 0) this.#flushAfter(delay);
  }

  /** Everything up to a position has been told: what waits for nothing else goes out together, with an outcome if one is next. */
  reached(position: number): void {
    this.#position = position;
    if (this.#waiting.length > 0) this.#flushAfter(0);
  }

  /** What waits, with the cursor after it; empty while the device catches up. `always`: a cursor even if nothing waits. */
  take(always: boolean): readonly ServerMessage[] {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const messages = this.#waiting;
    this.#waiting = [];
    if (this.#held !== null || (messages.length === 0 && !always)) return [];
    return [...messages, this.#cursor(this.#position)];
  }

  flush(): void {
    const messages = this.take(false);
    if (messages.length > 0) this.#say(messages);
  }

  #flushAfter(milliseconds: number): void {
    if (this.#timer === undefined) this.#timer = setTimeout(() => this.flush(), milliseconds);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#waiting = [];
    this.#held = [];
  }

  #add(messages: readonly ServerMessage[]): void {
    for (const message of messages) {
      const last = this.#waiting.at(-1);
      const together =
        message.type === 'change' &&
        last?.type === 'change' &&
        last.section === message.section &&
        last.epoch === message.epoch;
      if (together) {
        this.#waiting[this.#waiting.length - 1] = {
          ...message,
          authors: [...last.authors, ...message.authors],
          updates: [...last.updates, ...message.updates],
        };
      } else this.#waiting.push(message);
    }
  }
}

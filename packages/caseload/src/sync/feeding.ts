import type { CaseloadCore } from '../core.ts';
import type { WaitingEntry } from '../stored/rows.ts';
import type { ServerConnection } from './connection.ts';
import { goingOut } from './going-out.ts';

/** Gives the connection what goes out, in order and each once. */
export class Feeding {
  readonly #core: CaseloadCore;
  /** The entry may not be amended any more. */
  readonly #handedOver: (batch: number) => void;
  readonly #fed = new Set<number>();

  constructor(core: CaseloadCore, handedOver: (batch: number) => void) {
    this.#core = core;
    this.#handedOver = handedOver;
  }

  /** A new connection has been given nothing. */
  begin(connection: ServerConnection): void {
    this.#fed.clear();
    this.feed(connection);
  }

  /** Gives what goes out, up to an entry, or all of it. */
  feed(connection: ServerConnection, last = Infinity): void {
    for (const entry of goingOut(this.#core.mirror, last)) this.#feedEntry(connection, entry);
  }

  #feedEntry(connection: ServerConnection, entry: WaitingEntry): void {
    const { batch } = entry;
    if (this.#fed.has(batch)) return;
    this.#fed.add(batch);
    this.#handedOver(batch);
    if (entry.kind === 'edit') connection.feed({ type: 'batch', batch, parts: entry.parts });
    else connection.feed({ type: 'decide', batch, written: entry.written, command: entry.command });
  }
}

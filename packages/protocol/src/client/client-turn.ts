import { encodeClientFrames } from '../encode-frames.ts';
import type { ClientMessage } from '../messages/client-message.ts';
import type { Moment } from '../moment.ts';
import type { ClientEffect } from './client-effect.ts';
import type { ClientPhase, ClientState, Live } from './client-state.ts';

/** One turn of the machine: the state as it becomes, and what is to be done. Made and used up inside `clientSession`. */
export class ClientTurn {
  state: ClientState;
  readonly moment: Moment;
  readonly effects: ClientEffect[];
  private out: ClientMessage[];

  constructor(state: ClientState, moment: Moment) {
    this.state = state;
    this.moment = moment;
    this.effects = [];
    this.out = [];
  }

  /** The connection, while it is up. */
  get live(): Live | null {
    return this.state.phase.type === 'live' ? this.state.phase.live : null;
  }

  change(change: Partial<ClientState>): void {
    this.state = { ...this.state, ...change };
  }

  changeLive(change: Partial<Live>): void {
    if (this.live !== null) this.change({ phase: { type: 'live', live: { ...this.live, ...change } } });
  }

  enter(phase: ClientPhase): void {
    this.change({ phase, since: this.moment.now });
  }

  /** Messages of one turn share frames. */
  say(...messages: readonly ClientMessage[]): void {
    this.out.push(...messages);
  }

  do(effect: ClientEffect): void {
    // What was said before goes out before.
    this.flush();
    this.effects.push(effect);
  }

  flush(): void {
    if (this.out.length === 0) return;
    this.effects.push({ type: 'send', frames: encodeClientFrames(this.out) });
    this.out = [];
  }
}

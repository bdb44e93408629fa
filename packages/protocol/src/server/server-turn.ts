import { encodeServerFrames } from '../encode-frames.ts';
import type { ServerMessage } from '../messages/server-message.ts';
import type { Moment } from '../moment.ts';
import type { ServerEffect } from './server-effect.ts';
import type { ServerState } from './server-state.ts';

/** One turn of the machine: the state as it becomes, and what is to be done. Made and used up inside `serverSession`. */
export class ServerTurn {
  state: ServerState;
  readonly moment: Moment;
  readonly effects: ServerEffect[];
  private out: ServerMessage[];

  constructor(state: ServerState, moment: Moment) {
    this.state = state;
    this.moment = moment;
    this.effects = [];
    this.out = [];
  }

  change(change: Partial<ServerState>): void {
    this.state = { ...this.state, ...change };
  }

  /** Messages of one turn share frames. */
  say(...messages: readonly ServerMessage[]): void {
    this.out.push(...messages);
  }

  do(effect: ServerEffect): void {
    // What was said before goes out before.
    this.flush();
    this.effects.push(effect);
  }

  flush(): void {
    if (this.out.length === 0) return;
    const frames = encodeServerFrames(this.out);
    this.out = [];
    this.effects.push({ type: 'send', frames });
    const { unacknowledged, acknowledgedAt } = this.state;
    this.change({
      unacknowledged: frames.reduce((bytes, frame) => bytes + frame.length, unacknowledged),
      acknowledgedAt: unacknowledged === 0 ? this.moment.now : acknowledgedAt,
    });
  }
}

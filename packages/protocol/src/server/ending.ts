import { CLOSE } from '../close-codes.ts';
import type { ServerTurn } from './server-turn.ts';

/** Why a connection ends, for the device and for the person at it. */
export interface Ending {
  readonly code: number;
  readonly words: string;
  readonly retryAfter?: number;
}

/** Says goodbye with the reason, closes, and lets the others know that this person is no longer there. */
export function end(turn: ServerTurn, { code, words, retryAfter }: Ending): void {
  if (turn.state.phase.type === 'closed') return;
  turn.say({ type: 'bye', code, words, ...(retryAfter === undefined ? {} : { retryAfter }) });
  turn.do({ type: 'close', code });
  leave(turn);
}

/** The device said something that no honest one says. */
export const violated = (turn: ServerTurn): void =>
  end(turn, {
    code: CLOSE.notUnderstood,
    words: 'This app and the server do not understand each other. Load the app again.',
  });

/** The connection is over. */
export function leave(turn: ServerTurn): void {
  for (const presence of turn.state.presence.values()) {
    turn.do({ type: 'presence', presence: { ...presence, clock: presence.clock + 1, state: null } });
  }
  turn.change({ phase: { type: 'closed' }, partial: null, presence: new Map(), inFlight: new Set() });
}

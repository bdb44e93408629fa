import { CLOSE } from '../close-codes.ts';
import type { ServerMessage, Welcome } from '../messages/server-message.ts';
import type { Moment } from '../moment.ts';
import { wakeMoves } from '../wake.ts';
import { end, leave } from './ending.ts';
import { hear } from './hearing.ts';
import type { ServerEffect } from './server-effect.ts';
import type { ServerEvent } from './server-event.ts';
import type { ServerState } from './server-state.ts';
import { SERVER } from './server-times.ts';
import { ServerTurn } from './server-turn.ts';

/** What an event made of a connection at the server, and what is to be done now, in this order. */
export interface ServerStep {
  readonly state: ServerState;
  readonly effects: readonly ServerEffect[];
}

/** The server's side of a connection: state and event in, state and effects out. Nothing else is read or changed. */
export function serverSession(state: ServerState, event: ServerEvent, moment: Moment): ServerStep {
  const turn = new ServerTurn(state, moment);
  happen(turn, event);
  turn.flush();
  const wakeAt = nextDeadline(turn.state);
  // A wake is used up by coming, even if its timer was a fraction early.
  const asked = event.type === 'woke' ? null : turn.state.wakeAt;
  if (wakeMoves(asked, wakeAt, moment.now)) {
    turn.change({ wakeAt });
    turn.do({ type: 'wake', at: wakeAt });
  }
  return { state: turn.state, effects: turn.effects };
}

/** How many more bytes of catching up may be said now; at zero, wait for `drained`. */
export const roomFor = ({ phase, unacknowledged }: ServerState): number =>
  phase.type === 'live' ? Math.max(0, SERVER.downWindow - unacknowledged) : 0;

function happen(turn: ServerTurn, event: ServerEvent): void {
  const { now } = turn.moment;
  switch (event.type) {
    case 'opened':
      return turn.change({
        phase: { type: 'awaiting-hello', since: now },
        heard: now,
        messages: { left: SERVER.messageBurst, at: now },
        presences: { left: SERVER.presenceBurst, at: now },
      });
    case 'frame':
      return hear(turn, event.bytes);
    case 'closed':
      return turn.state.phase.type === 'closed' ? undefined : leave(turn);
    case 'authenticated':
      return welcome(turn, event.welcome);
    case 'reauthenticated':
      return reauthenticated(turn, event.principal, event.expiresAt - event.now, event.expiresAt);
    case 'end':
      return end(turn, event);
    case 'say':
      return say(turn, event.messages);
    case 'outcome': {
      const inFlight = new Set(turn.state.inFlight);
      inFlight.delete(event.outcome.batch);
      turn.change({ inFlight });
      return say(turn, [event.outcome, ...event.following]);
    }
    case 'leased':
      turn.change({ leases: new Set([...turn.state.leases, ...event.leases]) });
      return say(turn, [{ type: 'leased', leases: event.leases }]);
    case 'woke':
      return meetDeadlines(turn);
  }
}

function welcome(turn: ServerTurn, message: Welcome): void {
  const { phase } = turn.state;
  if (phase.type !== 'authenticating') return;
  const expiresAt = turn.moment.now + (message.expiresAt - message.now);
  turn.change({ phase: { type: 'live', welcome: message, expiresAt }, leases: new Set(message.leases) });
  turn.say(message);
  turn.do({ type: 'catch-up', cursor: phase.hello.cursor, resumed: message.resumed });
}

function reauthenticated(turn: ServerTurn, principal: string, life: number, expiresAt: number): void {
  const { phase } = turn.state;
  if (phase.type !== 'live') return;
  turn.change({ reauthenticating: false });
  if (principal !== phase.welcome.principal.id) {
    return end(turn, { code: CLOSE.wrongDevice, words: 'Somebody else has signed in. Sign in again.' });
  }
  turn.change({ phase: { ...phase, expiresAt: turn.moment.now + life } });
  turn.say({ type: 'reauthed', expiresAt });
}

/** A device that does not keep up is cut off before its next message, so memory holds the limit and one message more. */
function say(turn: ServerTurn, messages: readonly ServerMessage[]): void {
  if (turn.state.phase.type !== 'live') return;
  if (turn.state.unacknowledged > SERVER.downLimit) return tooSlow(turn);
  turn.say(...messages);
}

const tooSlow = (turn: ServerTurn): void =>
  end(turn, { code: CLOSE.tooSlow, words: 'The connection is too slow at the moment. Trying again shortly.' });

function meetDeadlines(turn: ServerTurn): void {
  const { now } = turn.moment;
  const { phase, partial, heard, unacknowledged, acknowledgedAt } = turn.state;
  switch (phase.type) {
    case 'awaiting-hello':
    case 'authenticating':
      if (now >= phase.since + SERVER.helloWithin)
        end(turn, { code: CLOSE.tryAgain, words: 'It took too long to connect.' });
      break;
    case 'live':
      if (now >= phase.expiresAt)
        end(turn, { code: CLOSE.tokenExpired, words: 'Your sign-in has run out. Sign in again.' });
      else if (now >= heard + SERVER.idleAfter)
        end(turn, { code: CLOSE.idle, words: 'The connection was quiet for too long.' });
      else if (unacknowledged > 0 && now >= acknowledgedAt + SERVER.receivedWithin) tooSlow(turn);
      else if (partial !== null && now >= partial.since + SERVER.payloadWithin) tooSlow(turn);
      break;
    case 'closed':
  }
}

function nextDeadline({ phase, partial, heard, unacknowledged, acknowledgedAt }: ServerState): number | null {
  switch (phase.type) {
    case 'awaiting-hello':
    case 'authenticating':
      return phase.since + SERVER.helloWithin;
    case 'live':
      return Math.min(
        phase.expiresAt,
        heard + SERVER.idleAfter,
        unacknowledged > 0 ? acknowledgedAt + SERVER.receivedWithin : Infinity,
        partial === null ? Infinity : partial.since + SERVER.payloadWithin,
      );
    case 'closed':
      return null;
  }
}

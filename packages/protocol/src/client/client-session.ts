import { CLOSE } from '../close-codes.ts';
import type { Moment } from '../moment.ts';
import { wakeMoves } from '../wake.ts';
import type { ClientEffect } from './client-effect.ts';
import type { ClientEvent } from './client-event.ts';
import type { ClientState } from './client-state.ts';
import { ClientTurn } from './client-turn.ts';
import { askForToken, ended, greet, hangUp, tokenAnswered } from './connecting.ts';
import { meetDeadlines, nextDeadline } from './deadlines.ts';
import { receive } from './receiving.ts';
import { enqueue, notePresence, sendWaiting, stored, wantSections, withdraw } from './sending.ts';

/** What an event made of a device's connection, and what is to be done now, in this order. */
export interface ClientStep {
  readonly state: ClientState;
  readonly effects: readonly ClientEffect[];
}

/** The device's side of a connection: state and event in, state and effects out. Nothing else is read or changed. */
export function clientSession(state: ClientState, event: ClientEvent, moment: Moment): ClientStep {
  const turn = new ClientTurn(state, moment);
  happen(turn, event);
  sendWaiting(turn);
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

function happen(turn: ClientTurn, event: ClientEvent): void {
  switch (event.type) {
    case 'start':
      return start(turn);
    case 'switched':
      return switched(turn, event.on);
    case 'token':
      return tokenAnswered(turn, event.answer);
    case 'opened':
      return greet(turn);
    case 'frame':
      return receive(turn, event.bytes);
    case 'closed':
      return ended(turn, event.code);
    case 'batch':
      return enqueue(turn, { type: 'push', batch: event.batch, parts: event.parts });
    case 'decide':
      return enqueue(turn, event);
    case 'withdrawn':
      return withdraw(turn, event.batches);
    case 'stored':
      return stored(turn);
    case 'lacks':
      return wantSections(turn, event.sections);
    case 'lease':
      turn.change({ leaseWanted: turn.state.leaseWanted + event.count });
      if (turn.live !== null) turn.say({ type: 'lease', count: event.count });
      return;
    case 'presence':
      return notePresence(turn, event);
    case 'woke':
      return meetDeadlines(turn);
  }
}

/** Begins, or begins again: after a sign-in, after a stop, or at once instead of after the back-off. */
function start(turn: ClientTurn): void {
  switch (turn.state.phase.type) {
    case 'idle':
    case 'waiting':
    case 'stopped':
    case 'sign-in-needed':
      turn.change({ tokenRefused: false });
      return askForToken(turn, false);
    case 'asking-token':
    case 'connecting':
    case 'greeting':
    case 'live':
    case 'switched-off':
      break;
  }
}

function switched(turn: ClientTurn, on: boolean): void {
  const { phase } = turn.state;
  if (on) {
    if (phase.type === 'switched-off') {
      turn.change({ attempts: 0 });
      askForToken(turn, false);
    }
    return;
  }
  if (phase.type === 'live') turn.say({ type: 'bye' });
  const socket = phase.type === 'connecting' || phase.type === 'greeting' || phase.type === 'live';
  if (socket) hangUp(turn, CLOSE.done, { type: 'switched-off' });
  else if (phase.type !== 'switched-off') turn.enter({ type: 'switched-off' });
}

import { openFrame } from '../bytes/frame.ts';
import { CLOSE } from '../close-codes.ts';
import type { Cursor } from '../cursor.ts';
import { decodeServerMessages } from '../encode-frames.ts';
import type { SectionId } from '../ids.ts';
import { WIRE } from '../limits.ts';
import type { ServerMessage, Welcome } from '../messages/server-message.ts';
import type { StoreEvent } from './client-effect.ts';
import type { Catching } from './client-state.ts';
import { CLIENT } from './client-times.ts';
import type { ClientTurn } from './client-turn.ts';
import { hangUp } from './connecting.ts';

/** Takes in one frame. What cannot be understood ends the connection for good: trying again would not help. */
export function receive(turn: ClientTurn, frame: Uint8Array): void {
  const { phase, partial } = turn.state;
  if (phase.type !== 'greeting' && phase.type !== 'live') return;
  turn.changeLive({ lastHeard: turn.moment.now, pingedAt: null });
  const opened = openFrame(partial, frame, turn.moment.now, WIRE.downPayloadBytes);
  if (opened.type === 'refused') return notUnderstood(turn);
  if (opened.type === 'more') {
    turn.change({ partial: opened.partial });
    return owe(turn, frame.length);
  }
  turn.change({ partial: null });
  const read = decodeServerMessages(opened.payload);
  if (read.type === 'refused') return notUnderstood(turn);
  takeIn(turn, read.value, frame.length);
}

const notUnderstood = (turn: ClientTurn): void =>
  hangUp(turn, CLOSE.notUnderstood, { type: 'stopped', code: CLOSE.notUnderstood, words: null });

function takeIn(turn: ClientTurn, messages: readonly ServerMessage[], bytes: number): void {
  const events: StoreEvent[] = [];
  let cursor: Cursor | null = null;
  for (const message of messages) {
    if (message.type === 'bye') {
      const { code, words, retryAfter = 0 } = message;
      turn.change({ farewell: { code, words, retryAfter } });
      continue;
    }
    // Before the welcome nothing else may come, after it no second one.
    if ((message.type === 'welcome') !== (turn.state.phase.type === 'greeting')) return notUnderstood(turn);
    switch (message.type) {
      case 'welcome':
        welcomed(turn, message);
        break;
      case 'manifest':
        events.push(message);
        turn.changeLive({ catching: { wanted: null, queue: [], of: 0, cursor: message.cursor } });
        break;
      case 'cursor':
        cursor = message.cursor;
        break;
      case 'state':
      case 'leave':
        events.push(message);
        changeCatching(turn, (catching) => without(catching, message.section));
        break;
      case 'facts':
      case 'enter':
      case 'change':
      case 'decision':
        events.push(message);
        break;
      case 'outcome':
        events.push(message);
        outcomeCame(turn, message.batch);
        break;
      case 'leased':
        turn.change({ leaseWanted: 0 });
        turn.do({ type: 'leased', leases: message.leases });
        break;
      case 'presence':
        turn.do({ type: 'presence', presence: message });
        break;
      case 'reauthed':
        turn.changeLive({ reauthAt: reauthMoment(turn, message.expiresAt - (turn.live?.serverAhead ?? 0)) });
        break;
      case 'pong':
        break;
    }
  }
  const newest = cursor;
  if (newest !== null && turn.live?.catching != null) {
    changeCatching(turn, (catching) => ({ ...catching, cursor: newest }));
    cursor = null;
  }
  store(turn, events, cursor ?? caughtUp(turn), bytes);
}

/** Hands events over, and the cursor that is now known to be true. */
export function store(turn: ClientTurn, events: readonly StoreEvent[], cursor: Cursor | null, bytes: number): void {
  if (events.length === 0 && cursor === null) return owe(turn, bytes);
  turn.change({ storing: [...turn.state.storing, { bytes, cursor }] });
  turn.do({ type: 'store', events, cursor });
}

/** The cursor to keep, if the manifest has just been fulfilled. */
export function caughtUp(turn: ClientTurn): Cursor | null {
  const catching = turn.live?.catching;
  if (catching?.wanted == null || catching.wanted.size > 0) return null;
  turn.changeLive({ catching: null });
  return catching.cursor;
}

/** Counts bytes that have been dealt with. */
export function owe(turn: ClientTurn, bytes: number): void {
  const { live } = turn;
  if (live === null || bytes === 0) return;
  turn.changeLive({ owed: live.owed + bytes, owedSince: live.owed === 0 ? turn.moment.now : live.owedSince });
}

function welcomed(turn: ClientTurn, welcome: Welcome): void {
  const { now } = turn.moment;
  const serverAhead = welcome.now - now;
  turn.change({ device: welcome.device, tokenRefused: false });
  turn.enter({
    type: 'live',
    live: {
      since: now,
      lastHeard: now,
      pingedAt: null,
      inFlight: new Set(),
      reauthAt: reauthMoment(turn, welcome.expiresAt - serverAhead),
      serverAhead,
      catching: null,
      owed: 0,
      owedSince: now,
      presenceRoom: WIRE.presencePerSecond,
      presenceAt: now,
      presenceDirty: new Set(turn.state.presence.keys()),
    },
  });
  turn.do({ type: 'welcomed', welcome });
  if (turn.state.leaseWanted > 0) turn.say({ type: 'lease', count: turn.state.leaseWanted });
}

function reauthMoment(turn: ClientTurn, expires: number): number {
  const left = Math.max(0, expires - turn.moment.now);
  return turn.moment.now + Math.max(left / 2, left - CLIENT.reauthBefore);
}

function outcomeCame(turn: ClientTurn, batch: number): void {
  const inFlight = new Set(turn.live?.inFlight);
  inFlight.delete(batch);
  turn.changeLive({ inFlight });
  turn.change({ outbox: turn.state.outbox.filter((waiting) => waiting.batch !== batch) });
}

function changeCatching(turn: ClientTurn, change: (catching: Catching) => Catching): void {
  const catching = turn.live?.catching;
  if (catching != null) turn.changeLive({ catching: change(catching) });
}

function without(catching: Catching, section: SectionId): Catching {
  if (catching.wanted === null) return catching;
  const wanted = new Set(catching.wanted);
  wanted.delete(section);
  return { ...catching, wanted, queue: catching.queue.filter((one) => one.section !== section) };
}

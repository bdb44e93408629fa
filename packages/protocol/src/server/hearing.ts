import { openFrame } from '../bytes/frame.ts';
import { CLOSE } from '../close-codes.ts';
import { decodeClientMessages } from '../encode-frames.ts';
import { WIRE } from '../limits.ts';
import type { ClientMessage, Decide, Presence, Push } from '../messages/client-message.ts';
import { end, leave, violated } from './ending.ts';
import type { Allowance } from './server-state.ts';
import { SERVER } from './server-times.ts';
import type { ServerTurn } from './server-turn.ts';

/** Takes in one frame. */
export function hear(turn: ServerTurn, frame: Uint8Array): void {
  const { phase, partial } = turn.state;
  if (phase.type === 'closed') return;
  const greeted = phase.type === 'live';
  // A device waits for its welcome, so until then there is one frame at most, and a small one.
  if (!greeted && (phase.type === 'authenticating' || frame.length > WIRE.helloBytes)) return violated(turn);
  turn.change({ heard: turn.moment.now });
  const opened = openFrame(partial, frame, turn.moment.now, greeted ? WIRE.upPayloadBytes : 0);
  if (opened.type === 'refused') return violated(turn);
  if (opened.type === 'more') return turn.change({ partial: opened.partial });
  turn.change({ partial: null });
  const read = decodeClientMessages(opened.payload);
  if (read.type === 'refused') return violated(turn);
  const messages = spend(
    turn.state.messages,
    turn.moment.now,
    SERVER.messageBurst,
    SERVER.messagesPerSecond,
    read.value.length,
  );
  if (messages === null) {
    return end(turn, {
      code: CLOSE.busy,
      words: 'Too many messages at once. Trying again shortly.',
      retryAfter: 5_000,
    });
  }
  turn.change({ messages });
  for (const message of read.value) {
    take(turn, message);
    if (turn.state.phase.type === 'closed') return;
  }
}

function take(turn: ServerTurn, message: ClientMessage): void {
  const { phase } = turn.state;
  if (phase.type === 'awaiting-hello' && message.type === 'hello') {
    turn.change({ phase: { type: 'authenticating', since: turn.moment.now, hello: message } });
    return turn.do({ type: 'authenticate', hello: message });
  }
  if (phase.type !== 'live') return violated(turn);
  switch (message.type) {
    case 'hello':
      return violated(turn);
    case 'want':
      return turn.do({ type: 'want', sections: message.sections });
    case 'push':
    case 'decide':
      return judge(turn, message);
    case 'lease':
      if (message.count < 1 || message.count > WIRE.leasesInRequest) return violated(turn);
      return turn.do({ type: 'lease', count: message.count });
    case 'presence':
      return present(turn, message);
    case 'reauth':
      if (turn.state.reauthenticating) return violated(turn);
      turn.change({ reauthenticating: true });
      return turn.do({ type: 'reauthenticate', token: message.token });
    case 'received':
      return received(turn, message.bytes);
    case 'ping':
      return turn.say({ type: 'pong' });
    case 'bye':
      turn.do({ type: 'close', code: CLOSE.done });
      return leave(turn);
  }
}

/**
 * Only so many batches and commands come at a time, each once; what is in them is not judged here.
 *
 * They need not come in the order of their numbers: one that needs another waits for its outcome while later ones go on.
 */
function judge(turn: ServerTurn, message: Push | Decide): void {
  const { inFlight } = turn.state;
  const isEmpty = message.type === 'push' && message.parts.length === 0;
  if (isEmpty || inFlight.has(message.batch) || inFlight.size >= WIRE.batchesInFlight) return violated(turn);
  turn.change({ inFlight: new Set([...inFlight, message.batch]) });
  turn.do(message.type === 'push' ? { type: 'push', push: message } : { type: 'decide', decide: message });
}

/** Presence is only passed on for clientIDs of this device; what is over the limits is left out, without a word. */
function present(turn: ServerTurn, presence: Presence): void {
  const { leases, presences, presence: known } = turn.state;
  const left = spend(presences, turn.moment.now, SERVER.presenceBurst, SERVER.presencePerSecond, 1);
  const fits = known.has(presence.section) || (presence.state !== null && known.size < WIRE.presenceSections);
  if (left === null || !leases.has(presence.client) || !fits) return;
  const next = new Map(known);
  if (presence.state === null) next.delete(presence.section);
  else next.set(presence.section, presence);
  turn.change({ presences: left, presence: next });
  turn.do({ type: 'presence', presence });
}

function received(turn: ServerTurn, bytes: number): void {
  const before = turn.state.unacknowledged;
  if (bytes > before) return violated(turn);
  turn.change({ unacknowledged: before - bytes, acknowledgedAt: turn.moment.now });
  if (before > SERVER.downWindow && before - bytes <= SERVER.downWindow) turn.do({ type: 'drained' });
}

/** Spends of an allowance that grows with time; null if there is not enough. */
function spend({ left, at }: Allowance, now: number, most: number, perSecond: number, cost: number): Allowance | null {
  const room = Math.min(most, left + ((now - at) / 1000) * perSecond);
  return room < cost ? null : { left: room - cost, at: now };
}

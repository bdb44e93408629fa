import { encodeUtf8 } from 'lib0/string';
import { WIRE } from '../limits.ts';
import type { Decide, Presence, Push, WantedSection } from '../messages/client-message.ts';
import { CLIENT } from './client-times.ts';
import type { ClientTurn } from './client-turn.ts';
import { caughtUp, owe, store } from './receiving.ts';

/** Puts a batch or a command into its place among those that wait. */
export function enqueue(turn: ClientTurn, entry: Push | Decide): void {
  const { outbox } = turn.state;
  if (outbox.some((waiting) => waiting.batch === entry.batch)) return;
  turn.change({ outbox: [...outbox, entry].toSorted((one, other) => one.batch - other.batch) });
}

/** Takes batches and commands out that will not be sent any more. One that is under way still counts until its outcome. */
export function withdraw(turn: ClientTurn, batches: readonly number[]): void {
  turn.change({ outbox: turn.state.outbox.filter(({ batch }) => !batches.includes(batch)) });
}

/** The store says what it lacks of the manifest. */
export function wantSections(turn: ClientTurn, sections: readonly WantedSection[]): void {
  const catching = turn.live?.catching;
  if (catching == null || catching.wanted !== null) return;
  const wanted = new Set(sections.map(({ section }) => section));
  turn.changeLive({ catching: { ...catching, wanted, queue: sections, of: wanted.size } });
  store(turn, [], caughtUp(turn), 0);
}

/** The oldest store effect is done: its cursor holds, its bytes can be told. */
export function stored(turn: ClientTurn): void {
  const [done, ...storing] = turn.state.storing;
  if (done === undefined) return;
  turn.change({ storing, cursor: done.cursor ?? turn.state.cursor });
  owe(turn, done.bytes);
}

/** Notes where this person is. More sections than are allowed, or a state too large, are left out. */
export function notePresence(turn: ClientTurn, { section, client, clock, state }: Omit<Presence, 'type'>): void {
  const presence = new Map(turn.state.presence);
  if (!presence.has(section) && (state === null || presence.size >= WIRE.presenceSections)) return;
  if (state !== null && encodeUtf8(state).length > WIRE.presenceBytes) return;
  presence.set(section, { type: 'presence', section, client, clock, state });
  turn.change({ presence });
  if (turn.live === null) forgetClosed(turn);
  else turn.changeLive({ presenceDirty: new Set([...turn.live.presenceDirty, section]) });
}

/** Sends all that may go out now: batches, wishes, presence, what was received. */
export function sendWaiting(turn: ClientTurn): void {
  if (turn.live === null) return;
  sendBatches(turn);
  sendWants(turn);
  sendPresence(turn);
  const { owed, owedSince } = turn.live;
  const due = owed >= CLIENT.tellReceivedBytes || (owed > 0 && turn.moment.now - owedSince >= CLIENT.tellReceivedAfter);
  if (!due) return;
  turn.say({ type: 'received', bytes: owed });
  turn.changeLive({ owed: 0 });
}

function sendBatches(turn: ClientTurn): void {
  const inFlight = new Set(turn.live?.inFlight);
  for (const entry of turn.state.outbox) {
    if (inFlight.size >= WIRE.batchesInFlight) break;
    if (inFlight.has(entry.batch)) continue;
    inFlight.add(entry.batch);
    turn.say(entry);
  }
  turn.changeLive({ inFlight });
}

function sendWants(turn: ClientTurn): void {
  const catching = turn.live?.catching;
  if (catching?.wanted == null || catching.queue.length === 0) return;
  const outstanding = catching.wanted.size - catching.queue.length;
  // In whole chunks, so that a long list does not become a message for each answer.
  if (outstanding > CLIENT.wantsOutstanding - WIRE.sectionsInWant) return;
  turn.say({ type: 'want', sections: catching.queue.slice(0, WIRE.sectionsInWant) });
  turn.changeLive({ catching: { ...catching, queue: catching.queue.slice(WIRE.sectionsInWant) } });
  sendWants(turn);
}

function sendPresence(turn: ClientTurn): void {
  const { live, moment } = turn;
  if (live === null) return;
  const earned = ((moment.now - live.presenceAt) / 1000) * WIRE.presencePerSecond;
  let room = Math.min(WIRE.presencePerSecond, live.presenceRoom + earned);
  const dirty = new Set(live.presenceDirty);
  for (const section of live.presenceDirty) {
    if (room < 1) break;
    const presence = turn.state.presence.get(section);
    if (presence !== undefined) turn.say(presence);
    dirty.delete(section);
    room -= 1;
  }
  turn.changeLive({ presenceRoom: room, presenceAt: moment.now, presenceDirty: dirty });
  forgetClosed(turn);
}

/** A section that was left needs no place any more once the server knows, or when there is no server to tell. */
function forgetClosed(turn: ClientTurn): void {
  const waiting = turn.live?.presenceDirty;
  const kept = Array.from(turn.state.presence).filter(
    ([section, { state }]) => state !== null || waiting?.has(section) === true,
  );
  if (kept.length !== turn.state.presence.size) turn.change({ presence: new Map(kept) });
}

import { CLOSE } from '../close-codes.ts';
import { WIRE } from '../limits.ts';
import type { ClientState, Live } from './client-state.ts';
import { CLIENT } from './client-times.ts';
import type { ClientTurn } from './client-turn.ts';
import { askForToken, dropAndTryAgain } from './connecting.ts';

/** Does what is due at this moment. */
export function meetDeadlines(turn: ClientTurn): void {
  const { now } = turn.moment;
  const { phase, partial } = turn.state;
  switch (phase.type) {
    case 'waiting':
      if (now >= phase.until) askForToken(turn, false);
      break;
    case 'connecting':
    case 'greeting':
      if (now >= phase.since + CLIENT.connectWithin) dropAndTryAgain(turn, CLOSE.silent);
      break;
    case 'live': {
      const { lastHeard, pingedAt, reauthAt } = phase.live;
      const silent = pingedAt !== null && now >= pingedAt + CLIENT.pongWithin;
      const stuck = partial !== null && now >= partial.since + CLIENT.payloadWithin;
      if (silent || stuck) return dropAndTryAgain(turn, CLOSE.silent);
      if (pingedAt === null && now >= lastHeard + CLIENT.pingAfter) {
        turn.changeLive({ pingedAt: now });
        turn.say({ type: 'ping' });
      }
      if (reauthAt !== null && now >= reauthAt) {
        turn.changeLive({ reauthAt: null });
        turn.do({ type: 'ask-token', fresh: true });
      }
      break;
    }
    case 'asking-token':
    case 'idle':
    case 'sign-in-needed':
    case 'stopped':
    case 'switched-off':
      break;
  }
}

/** When the machine wants to be woken next. */
export function nextDeadline({ phase, partial }: ClientState): number | null {
  switch (phase.type) {
    case 'waiting':
      return phase.until;
    case 'connecting':
    case 'greeting':
      return phase.since + CLIENT.connectWithin;
    case 'live': {
      const deadlines = liveDeadlines(phase.live);
      if (partial !== null) deadlines.push(partial.since + CLIENT.payloadWithin);
      return Math.min(...deadlines);
    }
    case 'asking-token':
    case 'idle':
    case 'sign-in-needed':
    case 'stopped':
    case 'switched-off':
      return null;
  }
}

function liveDeadlines(live: Live): number[] {
  const deadlines = [live.pingedAt === null ? live.lastHeard + CLIENT.pingAfter : live.pingedAt + CLIENT.pongWithin];
  if (live.reauthAt !== null) deadlines.push(live.reauthAt);
  if (live.owed > 0) deadlines.push(live.owedSince + CLIENT.tellReceivedAfter);
  if (live.presenceDirty.size > 0) {
    // Rounded up: woken a hair too early there would be nothing to do.
    deadlines.push(live.presenceAt + Math.ceil(((1 - live.presenceRoom) / WIRE.presencePerSecond) * 1000));
  }
  return deadlines;
}

import { CLOSE, closeBand } from '../close-codes.ts';
import type { TokenAnswer } from './client-event.ts';
import type { ClientPhase } from './client-state.ts';
import { CLIENT } from './client-times.ts';
import type { ClientTurn } from './client-turn.ts';

/** Sets out for a new connection: first of all a token. */
export function askForToken(turn: ClientTurn, fresh: boolean): void {
  turn.enter({ type: 'asking-token' });
  turn.do({ type: 'ask-token', fresh });
}

/** Goes on with the answer of the app's token function. */
export function tokenAnswered(turn: ClientTurn, answer: TokenAnswer): void {
  const { phase } = turn.state;
  if (phase.type === 'asking-token') {
    if (answer.type === 'sign-in-needed') turn.enter({ type: 'sign-in-needed' });
    else if (answer.type === 'failed') waitAndTryAgain(turn, 0);
    else {
      turn.enter({ type: 'connecting', token: answer.token, since: turn.moment.now });
      turn.do({ type: 'connect' });
    }
    return;
  }
  if (phase.type !== 'live') return;
  if (answer.type === 'token') turn.say({ type: 'reauth', token: answer.token });
  else if (answer.type === 'failed') turn.changeLive({ reauthAt: turn.moment.now + CLIENT.reauthAgainAfter });
  else hangUp(turn, CLOSE.done, { type: 'sign-in-needed' });
}

/** Says hello on a socket that has just opened. */
export function greet(turn: ClientTurn): void {
  const { phase, device, cursor, versions } = turn.state;
  if (phase.type !== 'connecting') return;
  turn.enter({ type: 'greeting', since: turn.moment.now });
  turn.say({ type: 'hello', token: phase.token, device, cursor, versions });
}

/** Closes the socket from this side and goes on in another phase. */
export function hangUp(turn: ClientTurn, code: number, next: ClientPhase): void {
  turn.do({ type: 'close', code });
  forgetConnection(turn);
  turn.enter(next);
}

/** Closes a socket that is no good any more, and tries again later. */
export function dropAndTryAgain(turn: ClientTurn, code: number): void {
  turn.do({ type: 'close', code });
  ended(turn, code);
}

/** The socket has closed: the close code, or what the server said before, decides what to do next. */
export function ended(turn: ClientTurn, closeCode: number): void {
  const { phase, farewell } = turn.state;
  if (phase.type !== 'connecting' && phase.type !== 'greeting' && phase.type !== 'live') return;
  const code = farewell?.code ?? closeCode;
  const steady = phase.type === 'live' && turn.moment.now - phase.live.since >= CLIENT.steadyAfter;
  forgetConnection(turn);
  if (steady) turn.change({ attempts: 0 });
  switch (closeBand(code)) {
    case 'retry':
      waitAndTryAgain(turn, farewell?.retryAfter ?? 0);
      break;
    case 're-authenticate':
      // A token that was asked for afresh and is refused again will be refused for ever.
      if (turn.state.tokenRefused) turn.enter({ type: 'sign-in-needed' });
      else {
        turn.change({ tokenRefused: true });
        askForToken(turn, true);
      }
      break;
    case 'gone':
    case 'revoked':
    case 'stock':
    case 'upgrade':
      turn.enter({ type: 'stopped', code, words: farewell?.words ?? null });
  }
}

/** Full jitter: a random part of a span that doubles, so that devices cut off together do not come back together. */
function waitAndTryAgain(turn: ClientTurn, atLeast: number): void {
  const { attempts } = turn.state;
  const span = Math.min(CLIENT.backOffCap, CLIENT.backOffBase * 2 ** Math.min(attempts, 16));
  turn.change({ attempts: attempts + 1 });
  turn.enter({ type: 'waiting', until: turn.moment.now + atLeast + turn.moment.random * span });
}

function forgetConnection(turn: ClientTurn): void {
  if (turn.live !== null) turn.do({ type: 'presence-lost' });
  turn.change({
    partial: null,
    farewell: null,
    // Bytes are acknowledged on the connection that they came on.
    storing: turn.state.storing.map(({ cursor }) => ({ bytes: 0, cursor })),
  });
}

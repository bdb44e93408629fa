import { CLOSE, type Hello, type PrincipalId, type Welcome } from '@caseweave/protocol';
import { sql } from 'kysely';
import { enrolDevice, findDevice, hasEnrolledTooMany } from '../directory/devices.ts';
import { type KnownWho, loadPeople } from '../directory/people.ts';
import type { Node } from '../node/node.ts';
import { openCursor } from '../routing/seal-cursor.ts';

/** What a `hello` is answered with. */
export type Greeting =
  | { readonly type: 'welcome'; readonly welcome: Welcome; readonly known: KnownWho }
  | { readonly type: 'refused'; readonly code: number; readonly words: string; readonly retryAfter?: number };

/** Checks who says hello and on which device, enrolling one that is new. */
export async function greet({ database, authority, model, tokens, now }: Node, hello: Hello): Promise<Greeting> {
  const { db } = database;
  const verified = await tokens.verify(hello.token);
  if (verified.type === 'unavailable')
    return { type: 'refused', code: CLOSE.tryAgain, words: 'Sign-ins cannot be checked at the moment.' };
  if (verified.type === 'refused')
    return { type: 'refused', code: CLOSE.tokenRefused, words: 'Your sign-in is not valid any more. Sign in again.' };
  const known = (await loadPeople(db, authority.id, model.now, [verified.principal])).get(verified.principal);
  if (known === undefined) return { type: 'refused', code: CLOSE.revoked, words: 'Your access has ended.' };
  const found = hello.device === null ? undefined : await findDevice(db, authority.id, hello.device);
  // A device that is not known here is told the same as one of somebody else's.
  if (hello.device !== null && found?.principal !== known.who.id) {
    return {
      type: 'refused',
      code: CLOSE.wrongDevice,
      words: 'This device is not enrolled for you here. Sign in again.',
    };
  }
  if (hello.device === null && (await hasEnrolledTooMany(db, authority.id, known.who.id, now()))) {
    return {
      type: 'refused',
      code: CLOSE.busy,
      words: 'Too many devices were set up for you today. Use one that you have used before, or try again tomorrow.',
      retryAfter: 600_000,
    };
  }
  const enrolled =
    hello.device === null || found === undefined
      ? await enrolDevice(db, authority.id, known.who.id, now())
      : { device: hello.device, leases: found.leases };
  const { who, name, organisation } = known;
  return {
    type: 'welcome',
    known,
    welcome: {
      type: 'welcome',
      device: enrolled.device,
      principal: { id: who.id as PrincipalId, name, organisation },
      generation: authority.generation,
      leases: enrolled.leases,
      expiresAt: verified.expiresAt,
      now: now(),
      resumed: await isGood({ database, authority }, known, hello),
    },
  };
}

/** Whether a device may go on from its cursor, or has to compare all that it holds. */
async function isGood(
  { database, authority }: Pick<Node, 'database' | 'authority'>,
  known: KnownWho,
  { cursor }: Hello,
): Promise<boolean> {
  const opened = cursor === null ? undefined : openCursor(authority, known.who.id, cursor);
  if (opened === undefined) return false;
  const { rows } = await sql<{ generation: string; policy: number; floor: number; seq: number }>`
    select generation, policy, floor, seq from authority where id = ${authority.id}`.execute(database.db);
  const [now] = rows;
  return (
    now !== undefined &&
    opened.generation === now.generation &&
    opened.policy === now.policy &&
    opened.position >= now.floor &&
    opened.position <= now.seq &&
    opened.position >= known.rightsSeq
  );
}

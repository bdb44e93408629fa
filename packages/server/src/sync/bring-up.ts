import type { ServerMessage } from '@caseweave/protocol';
import type { KnownWho } from '../directory/people.ts';
import type { Node } from '../node/node.ts';
import { catchUp, positionNow, recordsOf } from '../routing/catch-up.ts';
import { readCaseload } from '../routing/read-caseload.ts';
import { readableStates } from './readable-states.ts';
import { sealCursor } from '../routing/seal-cursor.ts';

/** What a device is told first, up to a position of the log. */
export interface BroughtUp {
  readonly messages: readonly ServerMessage[];
  readonly position: number;
}

/** Everything that somebody may read, for a device that has to compare what it holds. */
export async function manifestFor(node: Node, known: KnownWho): Promise<BroughtUp> {
  const { store, authority, now } = node;
  const position = await positionNow(store.db, authority.id);
  const records = await readCaseload(store, known, await recordsOf(store, known), now());
  const manifest: ServerMessage = {
    type: 'manifest',
    records: records.map(({ facts }) => facts),
    sections: records.flatMap(({ sections }) => sections),
    cursor: sealCursor(authority, known.who.id, position),
  };
  return { messages: [manifest], position };
}

/** What somebody missed since a position, for a device that goes on from there. */
export async function missedBy(node: Node, known: KnownWho, since: number): Promise<BroughtUp> {
  const { store, authority, now } = node;
  const { messages, states, position } = await catchUp(store, known, since, now());
  const wanted = states.map((section) => ({ section, vector: null }));
  const cursor = sealCursor(authority, known.who.id, position);
  return {
    messages: [...messages, ...(await readableStates(node, known, wanted)), { type: 'cursor', cursor }],
    position,
  };
}

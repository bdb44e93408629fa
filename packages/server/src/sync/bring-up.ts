import type { ServerMessage } from '@caseweave/protocol';
import type { KnownPrincipal } from '../directory/people.ts';
import type { Node } from '../node.ts';
import { catchUp, positionNow, recordsOnShelves } from './catch-up.ts';
import { readCaseload } from './read-caseload.ts';
import { readableStates } from './readable-states.ts';
import { sealCursor } from './seal-cursor.ts';

/** What a device is told first, up to a position of the log. */
export interface BroughtUp {
  readonly messages: readonly ServerMessage[];
  readonly position: number;
}

/** Everything that somebody may read, for a device that has to compare what it holds. */
export async function manifestFor(node: Node, known: KnownPrincipal): Promise<BroughtUp> {
  const { database, authority, now } = node;
  const position = await positionNow(database.db, authority.id);
  const shelved = await recordsOnShelves(database.db, authority.id, known);
  const records = await readCaseload(database.db, authority.id, known, shelved, now());
  const manifest: ServerMessage = {
    type: 'manifest',
    records: records.map(({ facts }) => facts),
    sections: records.flatMap(({ sections }) => sections),
    cursor: sealCursor(authority, known.principal.id, position),
  };
  return { messages: [manifest], position };
}

/** What somebody missed since a position, for a device that goes on from there. */
export async function missedBy(node: Node, known: KnownPrincipal, since: number): Promise<BroughtUp> {
  const { database, authority, now } = node;
  const { messages, states, position } = await catchUp(database.db, authority.id, known, since, now());
  const wanted = states.map((section) => ({ section, vector: null }));
  const cursor = sealCursor(authority, known.principal.id, position);
  return {
    messages: [...messages, ...(await readableStates(node, known, wanted)), { type: 'cursor', cursor }],
    position,
  };
}

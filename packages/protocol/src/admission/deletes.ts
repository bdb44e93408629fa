import * as Y from 'yjs';
import type { Known } from './known.ts';
import type { Places } from './place.ts';
import type { Range, Update } from './struct.ts';
import { Refused } from './verdict.ts';

/** The deletes of an update that do something. */
export interface Deletes {
  /** In order, without overlap: what is to be kept of the update's. */
  readonly ranges: readonly Range[];
  /** Items of the section that would be deleted. */
  readonly items: readonly Y.Item[];
  /** Something was left out. */
  readonly stripped: boolean;
}

/**
 * Leaves out deletes of what is deleted already, and of formatting marks by one who may not write (Yjs tidies those up by
 * itself, so an honest reader sends them). A delete of what nobody has is refused: it would wait for the words to come.
 */
export function findDeletes(update: Update, known: Known, places: Places, mayWrite: boolean): Deletes {
  const ranges: Range[] = [];
  const items: Y.Item[] = [];
  let stripped = false;
  for (const { client, clock, length } of inOrder(update.deletes)) {
    const end = clock + length;
    if (end > places.frontier(client)) throw new Refused('unknown-delete', client);
    const state = Math.min(end, known.state(client));
    if (clock < state) {
      for (const struct of known.within({ client, clock, length: state - clock })) {
        if (struct.deleted || (!mayWrite && struct instanceof Y.Item && struct.content instanceof Y.ContentFormat)) {
          stripped = true;
          continue;
        }
        if (struct instanceof Y.Item) items.push(struct);
        const from = Math.max(clock, struct.id.clock);
        append(ranges, { client, clock: from, length: Math.min(state, struct.id.clock + struct.length) - from });
      }
    }
    const ahead = Math.max(clock, state);
    if (ahead < end) append(ranges, { client, clock: ahead, length: end - ahead });
  }
  return { ranges, items, stripped };
}

/** By client and clock, what overlaps or touches joined; so that no item is looked at twice. */
function inOrder(deletes: readonly Range[]): Range[] {
  const joined: Range[] = [];
  const sorted = deletes.length < 2 ? deletes : deletes.toSorted((a, b) => a.client - b.client || a.clock - b.clock);
  for (const range of sorted) append(joined, range);
  return joined;
}

function append(ranges: Range[], range: Range): void {
  const last = ranges.at(-1);
  if (last === undefined || last.client !== range.client || last.clock + last.length < range.clock) {
    ranges.push(range);
    return;
  }
  const end = Math.max(last.clock + last.length, range.clock + range.length);
  ranges[ranges.length - 1] = { client: last.client, clock: last.clock, length: end - last.clock };
}

import type * as Y from 'yjs';
import { Malformed } from '../bytes/reader.ts';
import type { HoldCode } from '../codes.ts';
import type { Admission, AdmissionInput } from './admission.ts';
import { addendaAreOwn } from './addenda.ts';
import { isOfLog } from './check-claim.ts';
import { shapeFault } from './check-shape.ts';
import { findDeletes } from './deletes.ts';
import { writesAsItMay } from './old-version.ts';
import { Known } from './known.ts';
import { ADMISSION_LIMITS } from './limits.ts';
import { findNews, type News } from './news.ts';
import { type Placed, Places } from './place.ts';
import { PlacingCost } from './placing-cost.ts';
import { readUpdate } from './read-update.ts';
import { Refused } from './verdict.ts';
import { writeUpdate } from './write-update.ts';

/** Judges an update against the section that it is for. Nothing is changed, whatever the bytes; it never throws. */
export function admit(input: AdmissionInput): Admission {
  try {
    return judge(input);
  } catch (error) {
    if (error instanceof Malformed) return { type: 'refused', code: 'malformed' };
    if (!(error instanceof Refused)) throw error;
    const { code, client } = error;
    return client === undefined ? { type: 'refused', code } : { type: 'refused', code, client };
  }
}

function judge(input: AdmissionInput): Admission {
  const { shape, acts, limits = ADMISSION_LIMITS } = input;
  const update = readUpdate(input.update, limits);
  const known = new Known(input.doc);
  const { news, stripped } = findNews(update, known, input.leasedTo);
  const closed = news.find(({ client }) => input.isClosed(client));
  if (closed !== undefined) return { type: 'behind', client: closed.client };

  const places = new Places(known);
  const placed = placeAll(news, places);
  const cost = new PlacingCost(known, limits.placingSteps);
  for (const one of placed) {
    const { struct, found } = one;
    const fault = found === 'gone' ? null : shapeFault(found, struct.content, shape, limits);
    if (fault !== null) throw new Refused(fault, struct.id.client);
    if (!cost.spend(one)) throw new Refused('too-costly', struct.id.client);
  }
  const deletes = findDeletes(update, known, places, acts.write);
  keepVersions(deletes.items, known, placed);

  if (news.length === 0 && deletes.ranges.length === 0) return { type: 'empty' };
  const held = holdCode(input, known, placed, deletes.ranges.length > 0);
  if (held !== null) return { type: 'held', code: held };
  const clients = news.map(({ client }) => client);
  if (!stripped && !deletes.stripped) return { type: 'admitted', update: input.update, clients };
  return { type: 'admitted', update: writeUpdate(update, news, deletes.ranges), clients };
}

/** Places every struct after what it hangs on; what hangs on nothing known, or on itself in a circle, is refused. */
function placeAll(news: readonly News[], places: Places): Placed[] {
  const placed: Placed[] = [];
  const lines = news.map(({ structs }) => ({ structs, next: 0 }));
  for (let moved = true; moved;) {
    moved = false;
    for (const line of lines) {
      for (let struct = line.structs[line.next]; struct !== undefined; struct = line.structs[line.next]) {
        if (!places.ready(struct)) break;
        placed.push(places.place(struct));
        line.next += 1;
        moved = true;
      }
    }
  }
  const stuck = lines.find(({ structs, next }) => next < structs.length);
  const struct = stuck?.structs[stuck.next];
  if (struct !== undefined) throw new Refused('unknown-origin', struct.id.client);
  return placed;
}

/** The keys of `versions` only grow: one may be written again, but not taken away. */
function keepVersions(deleted: readonly Y.Item[], known: Known, placed: readonly Placed[]): void {
  for (const item of deleted) {
    if (item.parentSub === null || known.rootOf(item) !== 'versions') continue;
    const again = ({ found }: Placed) => found !== 'gone' && found.root === 'versions' && found.key === item.parentSub;
    if (!placed.some(again)) throw new Refused('wrong-shape');
  }
}

/** Why a well-formed update may not be taken; null if it may. */
function holdCode(
  { acts, shape, versions, leasedTo, isOwn = leasedTo }: AdmissionInput,
  known: Known,
  placed: readonly Placed[],
  deletes: boolean,
): HoldCode | null {
  if (!acts.write) {
    const appended = ({ struct: { content }, found }: Placed) =>
      found !== 'gone' &&
      content.type === 'any' &&
      (found.root === 'versions' ||
        (found.root === 'claims' && content.values.every((claim) => isOfLog(claim, shape))));
    if (!acts.append || deletes || !placed.every(appended)) return 'not-allowed';
  }
  if (!addendaAreOwn(placed, known, shape, isOwn)) return 'not-allowed';
  if (shape !== undefined && versions !== undefined && !writesAsItMay(placed, shape, versions)) return 'old-version';
  const swallowed = ({ struct: { content }, found }: Placed) =>
    found === 'gone' && content.type !== 'gc' && content.type !== 'deleted';
  return placed.some(swallowed) ? 'deleted-parent' : null;
}

import * as Y from 'yjs';
import { Known } from '../admission/known.ts';
import { createdAt, createdBy } from './entities.ts';
import { Renumbered } from './renumbered.ts';
import { Renumbering } from './renumbering.ts';
import type { RenumberingContext } from './renumbering-context.ts';

/** What a device has written in one section and the server has not, once something of it was not taken. */
export interface RestampInput {
  /** What the server has of the section; it is only read. */
  readonly base: Y.Doc;
  /** All unsent updates in the order in which they were written; `survives` is false for those that will not be taken. */
  readonly updates: readonly { readonly update: Uint8Array; readonly survives: boolean }[];
  /** A clientID of this device that is not closed in the section. */
  readonly client: number;
}

/** What became of one of the updates. */
export type Restamped =
  /** It stands by itself, under the fresh clientID. */
  | { readonly type: 'restamped'; readonly update: Uint8Array }
  /** There is nothing left for it to do: it only took back what was not taken. */
  | { readonly type: 'empty' }
  /** It did not survive, or lies in something that did not. */
  | { readonly type: 'lost' };

/**
 * Gives the updates that survive new ids, so that they hang on nothing that was not taken: under a fresh clientID, with
 * consecutive clocks, in the order given. Neighbours that are gone are replaced by the nearest ones left that came
 * before; what lies in a row, or in a container, that is gone, is lost with it, whole.
 *
 * The answer has one result for each update. Nothing given is changed.
 */
export function restamp({ base, updates, client }: RestampInput): readonly Restamped[] {
  const whole = wholeOf(base, updates);
  if (whole === null) return updates.map(() => ({ type: 'lost' }));
  const ground: RenumberingContext = { known: new Known(base), whole: new Known(whole), client };
  let renumbered = new Renumbered(client);
  let next = ground.known.state(client);
  const gone = new Set<string>();
  let there: ReadonlySet<string> | null = null;
  const isThere = (entity: string) => (there ??= new Set(createdAt(ground.known))).has(entity);
  const results = updates.map(({ update, survives }): Restamped => {
    const done = survives ? new Renumbering(ground, renumbered, next, gone).carryOut(update) : null;
    if (done === null) {
      for (const entity of createdBy(update)) if (!isThere(entity)) gone.add(entity);
      return { type: 'lost' };
    }
    renumbered = done.renumbered;
    next = done.next;
    for (const entity of done.created) gone.delete(entity);
    return done.update === null ? { type: 'empty' } : { type: 'restamped', update: done.update };
  });
  whole.destroy();
  return results;
}

/** The section as the device had it, with all that it wrote; null where an update cannot be read. */
function wholeOf(base: Y.Doc, updates: RestampInput['updates']): Y.Doc | null {
  // What was deleted keeps its place, so that neighbours are found across it.
  const whole = new Y.Doc({ gc: false });
  try {
    whole.transact(() => {
      Y.applyUpdate(whole, Y.encodeStateAsUpdate(base));
      for (const { update } of updates) Y.applyUpdate(whole, update);
    });
    return whole;
  } catch {
    // Yjs throws whatever it stumbles over.
    whole.destroy();
    return null;
  }
}

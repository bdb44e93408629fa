import * as Y from 'yjs';

/** How many structs of each clientID are known. */
export type Clocks = Map<number, number>;

/** Reads how much of each clientID a document holds. */
export const clocksOf = (doc: Y.Doc): Clocks => Y.decodeStateVector(Y.encodeStateVector(doc));

/** Whether a document holds so much of each clientID. */
export function holds(doc: Y.Doc, clocks: Clocks): boolean {
  const held = clocksOf(doc);
  return Array.from(clocks).every(([client, clock]) => (held.get(client) ?? 0) >= clock);
}

/** Updates, told apart by whether all that they build on is known. */
export interface InOrder {
  /** May be applied now, in this order. */
  readonly ready: readonly Uint8Array[];
  /** Wait for something that has not arrived. */
  readonly waiting: readonly Uint8Array[];
  /** What is known once the ready ones are applied. */
  readonly known: Clocks;
}

/**
 * Puts updates into an order in which nothing is applied before what it builds on. Yjs would keep such an update aside
 * by itself, but carry out its deletions at once, and a register would show nothing meanwhile.
 *
 * @throws where an update cannot be read
 */
export function inCausalOrder(known: Clocks, updates: readonly Uint8Array[]): InOrder {
  const clocks = new Map(known);
  const ready: Uint8Array[] = [];
  let waiting = updates.map((update) => ({ update, needs: needsOf(update) }));
  for (let moved = true; moved && waiting.length > 0;) {
    const left = waiting.filter(({ update, needs }) => {
      if (!isMet(needs, clocks)) return true;
      for (const [client, end] of needs.ends) clocks.set(client, Math.max(end, clocks.get(client) ?? 0));
      ready.push(update);
      return false;
    });
    moved = left.length < waiting.length;
    waiting = left;
  }
  return { ready, waiting: waiting.map(({ update }) => update), known: clocks };
}

/** What an update builds on, as the number of structs needed of each clientID, and where its own end. */
interface Needs {
  readonly clocks: ReadonlyMap<number, number>;
  readonly starts: ReadonlyMap<number, number>;
  readonly ends: ReadonlyMap<number, number>;
}

const isMet = ({ clocks, starts, ends }: Needs, known: Clocks): boolean =>
  Array.from(starts).every(([client, start]) => (known.get(client) ?? 0) >= start) &&
  Array.from(clocks).every(([client, clock]) => Math.max(known.get(client) ?? 0, ends.get(client) ?? 0) >= clock);

function needsOf(update: Uint8Array): Needs {
  const { structs, ds } = Y.decodeUpdate(update);
  const clocks = new Map<number, number>();
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  const need = (client: number, clock: number) => clocks.set(client, Math.max(clock, clocks.get(client) ?? 0));
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    // After a gap, what is in the gap must be known too.
    if (ends.get(client) !== clock) starts.set(client, clock);
    ends.set(client, clock + struct.length);
    if (!(struct instanceof Y.Item)) continue;
    const { origin, rightOrigin, parent } = struct;
    for (const id of [origin, rightOrigin, parent]) if (id instanceof Y.ID) need(id.client, id.clock + 1);
  }
  for (const [client, ranges] of ds.clients) for (const { clock, len } of ranges) need(client, clock + len);
  return { clocks, starts, ends };
}

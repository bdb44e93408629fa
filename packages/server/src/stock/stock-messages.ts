import * as encoding from 'lib0/encoding';
import { NotUnderstood, StockBytes } from './stock-bytes.ts';

/** What an awareness message says of one clientID. `state` is JSON that nobody has read yet. */
export interface AwarenessEntry {
  readonly client: number;
  readonly state: Uint8Array;
}

/** A message of a stock client. */
export type StockMessage =
  | { readonly type: 'step-1'; readonly vector: Uint8Array }
  | { readonly type: 'step-2'; readonly update: Uint8Array }
  | { readonly type: 'update'; readonly update: Uint8Array }
  | { readonly type: 'awareness'; readonly entries: readonly AwarenessEntry[] }
  | { readonly type: 'query-awareness' };

const SYNC = 0;
const AWARENESS = 1;
const QUERY_AWARENESS = 3;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

/** Reads a message, whole and strictly; undefined for what is none. */
export function readStockMessage(bytes: Uint8Array): StockMessage | undefined {
  return understood(() => {
    const from = new StockBytes(bytes);
    const message = readMessage(from);
    from.finish();
    return message;
  });
}

function readMessage(from: StockBytes): StockMessage {
  switch (from.varUint()) {
    case SYNC:
      return readSync(from);
    case AWARENESS:
      return { type: 'awareness', entries: readEntries(from.block()) };
    case QUERY_AWARENESS:
      return { type: 'query-awareness' };
    default:
      throw new NotUnderstood();
  }
}

function readSync(from: StockBytes): StockMessage {
  const step = from.varUint();
  const bytes = from.block();
  if (step === STEP_1) return { type: 'step-1', vector: bytes };
  if (step === STEP_2) return { type: 'step-2', update: bytes };
  if (step === UPDATE) return { type: 'update', update: bytes };
  throw new NotUnderstood();
}

function readEntries(bytes: Uint8Array): readonly AwarenessEntry[] {
  const from = new StockBytes(bytes);
  const entries: AwarenessEntry[] = [];
  for (let left = from.count(3); left > 0; left -= 1) {
    const client = from.varUint();
    // Its clock counts for nothing here: what comes later on a connection is newer.
    from.varUint();
    entries.push({ client, state: from.block() });
  }
  from.finish();
  return entries;
}

/** Reads a state vector; undefined for what is none. */
export function readVector(bytes: Uint8Array): ReadonlyMap<number, number> | undefined {
  return understood(() => {
    const from = new StockBytes(bytes);
    const vector = new Map<number, number>();
    for (let left = from.count(2); left > 0; left -= 1) vector.set(from.varUint(), from.varUint());
    from.finish();
    return vector;
  });
}

function understood<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

/** Asks a client for what the server lacks. */
export const writeStep1 = (vector: Uint8Array): Uint8Array => writeSync(STEP_1, vector);
/** Answers a client's step 1. */
export const writeStep2 = (update: Uint8Array): Uint8Array => writeSync(STEP_2, update);
/** Tells a client what is new. */
export const writeUpdate = (update: Uint8Array): Uint8Array => writeSync(UPDATE, update);

const writeSync = (step: number, bytes: Uint8Array): Uint8Array =>
  encoding.encode((to) => {
    encoding.writeVarUint(to, SYNC);
    encoding.writeVarUint(to, step);
    encoding.writeVarUint8Array(to, bytes);
  });

/** Tells a client where others are: JSON for each clientID, `null` for who has gone. */
export const writeAwareness = (places: Iterable<readonly [client: number, state: string]>, clock: number): Uint8Array =>
  encoding.encode((to) => {
    const entries = [...places];
    const inner = encoding.encode((block) => {
      encoding.writeVarUint(block, entries.length);
      for (const [client, state] of entries) {
        encoding.writeVarUint(block, client);
        encoding.writeVarUint(block, clock);
        encoding.writeVarString(block, state);
      }
    });
    encoding.writeVarUint(to, AWARENESS);
    encoding.writeVarUint8Array(to, inner);
  });

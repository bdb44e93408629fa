import * as encoding from 'lib0/encoding';
import { WIRE } from '../limits.ts';
import { Malformed, Reader } from './reader.ts';

/** The flags byte of a frame. */
export const FRAME = {
  /** Set and cleared by the transport's adapter, which deflates and inflates what follows the flags. */
  deflated: 1,
  whole: 0,
  first: 2,
  middle: 4,
  last: 6,
} as const;

const fragmentBits = 6;

/** A payload that is arriving in fragments. */
export interface PartialPayload {
  readonly total: number;
  readonly held: number;
  readonly pieces: readonly Uint8Array[];
  /** When its first fragment came, by the clock of the machine that reads it. */
  readonly since: number;
}

/** What a frame gave: a whole payload, more of one, or a reason to end the connection. */
export type Opened =
  | { readonly type: 'payload'; readonly payload: Uint8Array }
  | { readonly type: 'more'; readonly partial: PartialPayload }
  | { readonly type: 'refused'; readonly code: 'malformed'; readonly detail: string };

/** Opens one frame. `cap` bounds the whole of a fragmented payload; nothing is set aside before its bytes have come. */
export function openFrame(partial: PartialPayload | null, frame: Uint8Array, now: number, cap: number): Opened {
  try {
    if (frame.length > WIRE.frameBytes) throw new Malformed('frame too large');
    const from = new Reader(frame);
    const flags = from.byte();
    if ((flags & ~fragmentBits) !== 0) throw new Malformed('unknown flags');
    // Only full frames before the last: a sender of crumbs would make the machine hold and join millions of pieces.
    const mayBeShort = flags === FRAME.whole || flags === FRAME.last;
    if (!mayBeShort && frame.length < WIRE.frameBytes) throw new Malformed('fragment not full');
    if (flags === FRAME.whole || flags === FRAME.first) {
      if (partial !== null) throw new Malformed('a payload is not finished');
      if (flags === FRAME.whole) return { type: 'payload', payload: from.take(from.left) };
      const total = from.varUint();
      if (total > cap) throw new Malformed('payload too large');
      return added({ total, held: 0, pieces: [], since: now }, from.take(from.left));
    }
    if (partial === null) throw new Malformed('no payload was begun');
    const more = added(partial, from.take(from.left));
    if (flags === FRAME.middle) return more;
    if (more.partial.held !== more.partial.total) throw new Malformed('payload not whole');
    return { type: 'payload', payload: joined(more.partial) };
  } catch (error) {
    if (error instanceof Malformed) return { type: 'refused', code: 'malformed', detail: error.message };
    throw error;
  }
}

function added(partial: PartialPayload, piece: Uint8Array): { type: 'more'; partial: PartialPayload } {
  const held = partial.held + piece.length;
  if (piece.length === 0 || held > partial.total) throw new Malformed('fragment does not fit');
  return { type: 'more', partial: { ...partial, held, pieces: [...partial.pieces, piece.slice()] } };
}

function joined(partial: PartialPayload): Uint8Array {
  const payload = new Uint8Array(partial.total);
  let at = 0;
  for (const piece of partial.pieces) {
    payload.set(piece, at);
    at += piece.length;
  }
  return payload;
}

/** Cuts a payload into as few frames as it needs. */
export function framesOf(payload: Uint8Array): Uint8Array[] {
  if (payload.length < WIRE.frameBytes) return [frame(FRAME.whole, payload)];
  const head = encoding.createEncoder();
  encoding.writeVarUint(head, payload.length);
  const total = encoding.toUint8Array(head);
  const frames: Uint8Array[] = [];
  let at = 0;
  while (at < payload.length) {
    const room = WIRE.frameBytes - 1 - (at === 0 ? total.length : 0);
    const piece = payload.subarray(at, at + room);
    const end = at + piece.length === payload.length;
    frames.push(at === 0 ? frame(FRAME.first, total, piece) : frame(end ? FRAME.last : FRAME.middle, piece));
    at += piece.length;
  }
  return frames;
}

function frame(flags: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(1 + parts.reduce((length, part) => length + part.length, 0));
  bytes[0] = flags;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

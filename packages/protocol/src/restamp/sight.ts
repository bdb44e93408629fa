import * as encoding from 'lib0/encoding';
import type { Json, Struct } from '../admission/struct.ts';
import { claimOf } from './entities.ts';
import type { Renumbered } from './renumbered.ts';
import type { RenumberingContext } from './renumbering-context.ts';

/**
 * The content of a struct. A strike names what it saw by clientID and clock: it names it by the new ones. Everything else
 * keeps its bytes.
 */
export function withSight(
  { content, body, to }: Struct,
  bytes: Uint8Array,
  ground: RenumberingContext,
  renumbered: Renumbered,
): Uint8Array {
  const isStrike = (value: Json) => claimOf(value)?.field === '!';
  if (content.type !== 'any' || !content.values.some(isStrike)) return bytes.subarray(body, to);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, content.values.length);
  for (const value of content.values) {
    encoding.writeAny(encoder, isStrike(value) ? seenAnew(value, ground, renumbered) : value);
  }
  return encoding.toUint8Array(encoder);
}

function seenAnew(claim: Json, { known, client }: RenumberingContext, renumbered: Renumbered): Json {
  if (!Array.isArray(claim)) return claim;
  const [entity = '', field = '', value = null, ...meta] = claim;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return claim;
  const { saw } = value;
  if (typeof saw !== 'object' || saw === null || Array.isArray(saw)) return claim;
  const seen = new Map<number, number>();
  const note = (one: number, clock: number) => seen.set(one, Math.max(clock, seen.get(one) ?? -1));
  for (const [name, clock] of Object.entries(saw)) {
    const one = Number(name);
    if (typeof clock !== 'number') continue;
    const state = known.state(one);
    if (state > 0) note(one, Math.min(clock, state - 1));
    const last = renumbered.lastUpTo(one, clock);
    if (last !== null) note(client, last);
  }
  return [entity, field, { ...value, saw: Object.fromEntries(seen) }, ...meta];
}

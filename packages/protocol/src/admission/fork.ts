import * as Y from 'yjs';
import type { Known } from './known.ts';
import { type Content, sameId, type Struct } from './struct.ts';

/**
 * Says whether a struct tells something else than the section holds under the same clocks, as a copied profile would.
 *
 * What either side has removed cannot be compared and is taken as the same.
 */
export function isFork(known: Known, struct: Struct, state: number): boolean {
  const { client, clock } = struct.id;
  const { content } = struct;
  if (content.type === 'gc' || content.type === 'deleted') return false;
  const end = Math.min(clock + struct.length, state);
  for (const held of known.within({ client, clock, length: end - clock })) {
    if (held instanceof Y.GC || held.content instanceof Y.ContentDeleted) continue;
    const from = Math.max(clock, held.id.clock);
    const to = Math.min(end, held.id.clock + held.length);
    const before = { client, clock: from - 1 };
    const origin = from === clock ? struct.origin : before;
    const heldOrigin = from === held.id.clock ? held.origin : before;
    if (!sameId(origin, heldOrigin) || !sameId(struct.right, held.rightOrigin)) return true;
    const told = part(content, from - clock, to - clock);
    const kept = heldPart(held.content, from - held.id.clock, to - held.id.clock);
    if (told !== kept) return true;
  }
  return false;
}

/** Yjs puts the replacement character for both halves of a pair that an edit has cut in two, on one side before the other. */
const characters = (text: string): string => text.replaceAll(/[\uD800-\uDFFF]/g, '\uFFFD');

/** A stretch of content in a form that can be compared. */
function part(content: Content, from: number, to: number): string {
  switch (content.type) {
    case 'string':
      return `string ${characters(content.text.slice(from, to))}`;
    case 'any':
      return `any ${JSON.stringify(content.values.slice(from, to))}`;
    case 'format':
      return `format ${content.key} ${content.value}`;
    case 'binary':
      return `binary ${content.bytes}`;
    case 'deleted':
    case 'gc':
    case 'type':
      return content.type;
  }
}

function heldPart(content: Y.Item['content'], from: number, to: number): string {
  if (content instanceof Y.ContentString) return `string ${characters(content.str.slice(from, to))}`;
  if (content instanceof Y.ContentAny) return `any ${JSON.stringify(content.arr.slice(from, to))}`;
  if (content instanceof Y.ContentFormat) return `format ${content.key} ${JSON.stringify(content.value)}`;
  if (content instanceof Y.ContentBinary) return `binary ${content.content.length}`;
  return content instanceof Y.ContentType ? 'type' : 'other';
}

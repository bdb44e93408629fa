import { badCursor } from '../pages/bad-cursor.ts';
import type { ListOrder, ListPlace } from '../sources/record-lists.ts';

/** Compares two records in the order of a list: those with nothing to order by come last. */
export function byStanding(a: ListPlace, b: ListPlace): number {
  const order = compare(a.order, b.order);
  return order === 0 ? (a.record < b.record ? -1 : a.record > b.record ? 1 : 0) : order;
}

function compare(a: ListOrder, b: ListOrder): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/** Names a place in a list, so that the page after it is found though records came and went. It holds no words. */
export const cursorOf = (by: string | null, { order, record }: ListPlace): string =>
  Buffer.from(JSON.stringify([by, order, record]), 'utf8').toString('base64url');

/** Reads a cursor that an earlier page of a list in the same order gave. */
export function standingOf(by: string | null, cursor: string): ListPlace {
  const [named, order, record, ...more] = listIn(Buffer.from(cursor, 'base64url').toString('utf8'));
  const isOrder = order === null || typeof order === 'string' || typeof order === 'number';
  const isRecord = typeof record === 'string' && /^[\w-]{1,64}$/.test(record);
  if (named !== by || !isOrder || !isRecord || more.length > 0) throw badCursor();
  if (typeof order === 'string' && order.includes('\u0000')) throw badCursor();
  return { order, record };
}

function listIn(text: string): readonly unknown[] {
  try {
    const json: unknown = JSON.parse(text);
    return Array.isArray(json) ? json : [];
  } catch {
    return [];
  }
}

import * as Y from 'yjs';
import type { ItemId } from '../yjs-internals.ts';
import type { HistoryRow } from './history-row.ts';

interface Range {
  readonly clock: number;
  readonly end: number;
  readonly row: HistoryRow;
}

/** Tells of each character which row of the log wrote it, which deleted it, and which wrote at its side. */
export class RowsOfText {
  readonly #written = new Map<number, Range[]>();
  readonly #deleted = new Map<number, Range[]>();
  readonly #beside = new Map<string, HistoryRow[]>();

  constructor(rows: readonly HistoryRow[]) {
    for (const row of rows) {
      const { structs, ds } = Y.decodeUpdate(row.update);
      for (const { id, length, ...struct } of structs) {
        note(this.#written, id.client, { clock: id.clock, end: id.clock + length, row });
        if (!('origin' in struct)) continue;
        for (const side of [struct.origin, struct.rightOrigin]) {
          if (side === null) continue;
          const key = keyOf(side);
          this.#beside.set(key, [...(this.#beside.get(key) ?? []), row]);
        }
      }
      for (const [client, ranges] of ds.clients) {
        for (const { clock, len } of ranges) note(this.#deleted, client, { clock, end: clock + len, row });
      }
    }
  }

  /** The row that wrote a character. */
  writtenBy(id: ItemId): HistoryRow | undefined {
    return this.#at(this.#written, id)[0];
  }

  /** The rows that deleted a character. */
  deletedBy(id: ItemId): readonly HistoryRow[] {
    return this.#at(this.#deleted, id);
  }

  /** The rows that put something beside a character. */
  besideBy(id: ItemId): readonly HistoryRow[] {
    return this.#beside.get(keyOf(id)) ?? [];
  }

  #at(ranges: ReadonlyMap<number, readonly Range[]>, { client, clock }: ItemId): readonly HistoryRow[] {
    return (ranges.get(client) ?? [])
      .filter((range) => range.clock <= clock && clock < range.end)
      .map(({ row }) => row);
  }
}

const keyOf = ({ client, clock }: ItemId): string => `${client}.${clock}`;

function note(ranges: Map<number, Range[]>, client: number, range: Range): void {
  const ofClient = ranges.get(client);
  if (ofClient === undefined) ranges.set(client, [range]);
  else ofClient.push(range);
}

/** Tells whether neither of two rows' writers had received the other. */
export function areApart(one: HistoryRow, other: HistoryRow): boolean {
  if (sameAuthor(one, other) || isSnapshot(one) || isSnapshot(other)) return false;
  const [earlier, later] = one.seq < other.seq ? [one, other] : [other, one];
  return later.base !== undefined && later.base < earlier.seq;
}

// Nobody's, and written on nothing: the work of many, of which a writer may have received the one part and not the other.
const isSnapshot = ({ author, base }: HistoryRow): boolean => author === undefined && base === undefined;

/** Tells whether the writer of a row had received another, or wrote it. */
export const hadSeen = (row: HistoryRow, other: HistoryRow): boolean =>
  row.seq > other.seq && (sameAuthor(row, other) || row.base === undefined || row.base >= other.seq);

const sameAuthor = (one: HistoryRow, other: HistoryRow): boolean =>
  one.author !== undefined && one.author.id === other.author?.id;

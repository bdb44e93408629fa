import * as encoding from 'lib0/encoding';
import type { News } from './news.ts';
import type { Range, Struct, Update } from './struct.ts';

/** Writes what is left of an update. Structs that were not cut keep their bytes. */
export function writeUpdate(update: Update, news: readonly News[], deletes: readonly Range[]): Uint8Array {
  const to = encoding.createEncoder();
  encoding.writeVarUint(to, news.length);
  for (const { client, structs, cut } of news) {
    encoding.writeVarUint(to, structs.length);
    encoding.writeVarUint(to, client);
    encoding.writeVarUint(to, structs[0]?.id.clock ?? 0);
    for (const [index, struct] of structs.entries()) {
      if (cut && index === 0) writeCut(to, struct);
      else encoding.writeUint8Array(to, update.bytes.subarray(struct.from, struct.to));
    }
  }
  writeDeletes(to, deletes);
  return encoding.toUint8Array(to);
}

/** Writes the deletes of an update, by client. */
export function writeDeletes(to: encoding.Encoder, deletes: readonly Range[]): void {
  const byClient = new Map<number, Range[]>();
  for (const range of deletes) {
    const ranges = byClient.get(range.client);
    if (ranges === undefined) byClient.set(range.client, [range]);
    else ranges.push(range);
  }
  encoding.writeVarUint(to, byClient.size);
  for (const [client, ranges] of byClient) {
    encoding.writeVarUint(to, client);
    encoding.writeVarUint(to, ranges.length);
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(to, clock);
      encoding.writeVarUint(to, length);
    }
  }
}

/** A struct whose head was known: only texts, values and removed runs are long enough to be cut. */
function writeCut(to: encoding.Encoder, { content, origin, right, length }: Struct): void {
  const neighbours = (origin === null ? 0 : 128) | (right === null ? 0 : 64);
  const begin = (kind: number) => {
    encoding.writeUint8(to, kind | neighbours);
    for (const id of [origin, right]) {
      if (id === null) continue;
      encoding.writeVarUint(to, id.client);
      encoding.writeVarUint(to, id.clock);
    }
  };
  switch (content.type) {
    case 'gc':
      encoding.writeUint8(to, 0);
      encoding.writeVarUint(to, length);
      break;
    case 'deleted':
      begin(1);
      encoding.writeVarUint(to, length);
      break;
    case 'string':
      begin(4);
      encoding.writeVarString(to, content.text);
      break;
    case 'any':
      begin(8);
      encoding.writeVarUint(to, content.values.length);
      for (const value of content.values) encoding.writeAny(to, value);
      break;
    case 'binary':
    case 'format':
    case 'type':
      throw new TypeError('a struct of length one cannot be cut');
  }
}

import { Malformed, Reader } from '../bytes/reader.ts';
import type { AdmissionLimits } from './limits.ts';
import { readValue } from './read-value.ts';
import type { ClientStructs, Content, Id, Json, Range, Struct, Update } from './struct.ts';
import { Refused } from './verdict.ts';

// The first byte of a struct: what it carries, and which of its neighbours and names it gives.
const contentBits = 31;
const hasKey = 32;
const hasRight = 64;
const hasOrigin = 128;

// Array, map, text, element, fragment, hook, text of XML. Elements and hooks carry a name.
const typeKinds = 7;
const namedKinds: readonly number[] = [3, 5];

/** No honest device comes near this clock; below it sums of clocks and lengths stay exact. */
const clockLimit = 2 ** 40;

/** Reads an update in Yjs's V1 form, whole and strictly. Throws `Malformed` or `Refused`. */
export function readUpdate(bytes: Uint8Array, limits: AdmissionLimits): Update {
  if (bytes.length > limits.updateBytes) throw new Refused('too-large');
  const from = new Reader(bytes);
  const clients: ClientStructs[] = [];
  const seen = new Set<number>();
  let structs = 0;
  // A client's part has a count, a client, a clock and a struct of two bytes at least.
  for (let left = from.count(5); left > 0; left--) {
    const part = readClient(from, limits, limits.structs - structs);
    if (seen.has(part.client)) throw new Malformed('a client twice');
    seen.add(part.client);
    structs += part.structs.length;
    clients.push(part);
  }
  const deletes = readDeletes(from, limits);
  from.finish();
  return { bytes, clients, deletes };
}

function readClient(from: Reader, limits: AdmissionLimits, most: number): ClientStructs {
  const count = from.count(2);
  if (count === 0) throw new Malformed('a client without structs');
  if (count > most) throw new Refused('too-large');
  const client = from.varUint();
  let clock = from.varUint();
  const structs: Struct[] = [];
  for (let left = count; left > 0; left--) {
    const struct = readStruct(from, { client, clock }, limits);
    structs.push(struct);
    clock += struct.length;
    if (clock > clockLimit) throw new Malformed('clock too high');
  }
  return { client, structs };
}

function readStruct(from: Reader, id: Id, limits: AdmissionLimits): Struct {
  const start = from.at;
  const info = from.byte();
  if (info === 0) {
    const length = readRun(from, limits);
    const nowhere = { origin: null, right: null, parent: null, key: null };
    return { id, length, ...nowhere, content: { type: 'gc' }, from: start, body: start + 1, to: from.at };
  }
  const origin = (info & hasOrigin) === 0 ? null : readId(from);
  const right = (info & hasRight) === 0 ? null : readId(from);
  let parent: string | Id | null = null;
  let key: string | null = null;
  // With a neighbour given, parent and key are the neighbour's and not repeated.
  if (origin === null && right === null) {
    parent = from.flag() ? from.text() : readId(from);
    if ((info & hasKey) !== 0) key = from.text();
  }
  const body = from.at;
  const { content, length } = readContent(from, info & contentBits, limits);
  if (length === 0) throw new Malformed('a struct of no length');
  return { id, length, origin, right, parent, key, content, from: start, body, to: from.at };
}

function readContent(from: Reader, kind: number, limits: AdmissionLimits): { content: Content; length: number } {
  switch (kind) {
    case 1:
      return { content: { type: 'deleted' }, length: readRun(from, limits) };
    case 3:
      return { content: { type: 'binary', bytes: from.block().length }, length: 1 };
    case 4: {
      const text = from.text();
      if (text.length > limits.textLength) throw new Refused('too-large');
      return { content: { type: 'string', text }, length: text.length };
    }
    case 6:
      return { content: { type: 'format', key: from.text(), value: from.text() }, length: 1 };
    case 7: {
      const type = from.varUint();
      if (type >= typeKinds) throw new Malformed('unknown type');
      if (namedKinds.includes(type) && from.text().length > limits.nameLength) throw new Refused('too-large');
      return { content: { type: 'type' }, length: 1 };
    }
    case 8:
      return readValues(from, limits);
    // The old JSON form, embeds, subdocuments: real, but in no record.
    case 2:
    case 5:
    case 9:
      throw new Refused('wrong-shape');
    default:
      throw new Malformed('unknown content');
  }
}

function readValues(from: Reader, limits: AdmissionLimits): { content: Content; length: number } {
  const values: Json[] = [];
  let largest = 0;
  for (let left = from.count(); left > 0; left--) {
    const before = from.at;
    values.push(readValue(from, limits));
    largest = Math.max(largest, from.at - before);
  }
  return { content: { type: 'any', values, largest }, length: values.length };
}

/** The length of what was created and removed: the only length that no bytes vouch for. */
function readRun(from: Reader, limits: AdmissionLimits): number {
  const length = from.varUint();
  if (length === 0) throw new Malformed('a struct of no length');
  if (length > limits.deletedRun) throw new Refused('too-large');
  return length;
}

const readId = (from: Reader): Id => ({ client: from.varUint(), clock: from.varUint() });

function readDeletes(from: Reader, limits: AdmissionLimits): Range[] {
  const ranges: Range[] = [];
  for (let clients = from.count(2); clients > 0; clients--) {
    const client = from.varUint();
    const count = from.count(2);
    if (ranges.length + count > limits.deleteRanges) throw new Refused('too-large');
    for (let left = count; left > 0; left--) {
      const range = { client, clock: from.varUint(), length: from.varUint() };
      if (range.length === 0 || range.clock + range.length > clockLimit) throw new Malformed('no such range');
      ranges.push(range);
    }
  }
  return ranges;
}

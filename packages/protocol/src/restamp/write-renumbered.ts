import * as encoding from 'lib0/encoding';
import { writeDeletes } from '../admission/write-update.ts';
import type { Id, Range } from '../admission/struct.ts';

/** A struct as it is written anew, in the place after the one before it. */
export interface NewStruct {
  readonly origin: Id | null;
  readonly right: Id | null;
  /** What it lies in; null only for what was created and removed with what it lay in. */
  readonly parent: string | Id | null;
  readonly key: string | null;
  /** What it carries, as Yjs numbers it. */
  readonly kind: number;
  readonly body: Uint8Array;
}

const hasKey = 32;
const hasRight = 64;
const hasOrigin = 128;

/** Writes an update of one clientID in Yjs's V1 form. */
export function writeRenumbered(
  client: number,
  clock: number,
  structs: readonly NewStruct[],
  deletes: readonly Range[],
): Uint8Array {
  const to = encoding.createEncoder();
  encoding.writeVarUint(to, structs.length === 0 ? 0 : 1);
  if (structs.length > 0) {
    encoding.writeVarUint(to, structs.length);
    encoding.writeVarUint(to, client);
    encoding.writeVarUint(to, clock);
    for (const struct of structs) writeStruct(to, struct);
  }
  writeDeletes(to, deletes);
  return encoding.toUint8Array(to);
}

function writeStruct(to: encoding.Encoder, { origin, right, parent, key, kind, body }: NewStruct): void {
  const neighbours = (origin === null ? 0 : hasOrigin) | (right === null ? 0 : hasRight);
  encoding.writeUint8(to, kind | neighbours | (key === null ? 0 : hasKey));
  for (const id of [origin, right]) if (id !== null) writeId(to, id);
  // With a neighbour given, parent and key are the neighbour's.
  if (neighbours === 0 && parent !== null) {
    encoding.writeVarUint(to, typeof parent === 'string' ? 1 : 0);
    if (typeof parent === 'string') encoding.writeVarString(to, parent);
    else writeId(to, parent);
    if (key !== null) encoding.writeVarString(to, key);
  }
  encoding.writeUint8Array(to, body);
}

function writeId(to: encoding.Encoder, { client, clock }: Id): void {
  encoding.writeVarUint(to, client);
  encoding.writeVarUint(to, clock);
}

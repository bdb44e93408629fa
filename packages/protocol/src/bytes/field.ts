import * as encoding from 'lib0/encoding';
import { CURSOR_BYTES, type Cursor } from '../cursor.ts';
import {
  type DeviceId,
  ID_BYTES,
  idFromBytes,
  idToBytes,
  isPrincipalId,
  type PrincipalId,
  type RecordId,
  type SectionId,
} from '../ids.ts';
import { WIRE } from '../limits.ts';
import { isRecordKind } from '../record-kind.ts';
import { Malformed, type Reader } from './reader.ts';

export type Encoder = encoding.Encoder;

/** One field of a message: how it is written and how it is read back. */
export interface Field<Value> {
  readonly write: (to: Encoder, value: Value) => void;
  readonly read: (from: Reader) => Value;
  /** The fewest bytes that it takes, so that a list of it can be bounded before it is read. */
  readonly least: number;
}

export const varUint: Field<number> = {
  write: (to, value) => encoding.writeVarUint(to, value),
  read: (from) => from.varUint(),
  least: 1,
};

export const flag: Field<boolean> = {
  write: (to, value) => encoding.writeUint8(to, value ? 1 : 0),
  read: (from) => from.flag(),
  least: 1,
};

export const text = (most?: number): Field<string> => ({
  write: (to, value) => encoding.writeVarString(to, value),
  read: (from) => from.text(most),
  least: 1,
});

export const name = text(WIRE.nameBytes);

/** Bytes are copied out of the frame: what is kept must not keep the whole frame. */
export const block: Field<Uint8Array> = {
  write: (to, value) => encoding.writeVarUint8Array(to, value),
  read: (from) => from.block().slice(),
  least: 1,
};

const id = <Id extends RecordId | SectionId | DeviceId>(): Field<Id> => ({
  write: (to, value) => encoding.writeUint8Array(to, idToBytes(value)),
  read: (from) => idFromBytes(from.take(ID_BYTES)) as Id,
  least: ID_BYTES,
});

export const recordId = id<RecordId>();
export const sectionId = id<SectionId>();
export const deviceId = id<DeviceId>();

export const principalId: Field<PrincipalId> = {
  write: (to, value) => encoding.writeVarString(to, value),
  read: (from) => {
    const read = from.text();
    if (!isPrincipalId(read)) throw new Malformed('no principal id');
    return read;
  },
  least: 2,
};

export const recordKind: Field<string> = {
  write: (to, value) => {
    if (!isRecordKind(value)) throw new RangeError('a record kind is up to 40 of a-z 0-9 -, a letter first');
    encoding.writeVarString(to, value);
  },
  read: (from) => {
    const read = from.text();
    if (!isRecordKind(read)) throw new Malformed('no record kind');
    return read;
  },
  least: 2,
};

export const cursor: Field<Cursor> = {
  write: (to, value) => {
    if (value.length !== CURSOR_BYTES) throw new RangeError(`a cursor has ${CURSOR_BYTES} bytes`);
    encoding.writeUint8Array(to, value);
  },
  read: (from) => from.take(CURSOR_BYTES).slice(),
  least: CURSOR_BYTES,
};

/** A field that may be null. */
export const optional = <Value>(field: Field<Value>): Field<Value | null> => ({
  write: (to, value) => {
    flag.write(to, value !== null);
    if (value !== null) field.write(to, value);
  },
  read: (from) => (from.flag() ? field.read(from) : null),
  least: 1,
});

/** A list with its length before it. */
export const list = <Value>(field: Field<Value>, most = Number.MAX_SAFE_INTEGER): Field<readonly Value[]> => ({
  write: (to, values) => {
    encoding.writeVarUint(to, values.length);
    for (const value of values) field.write(to, value);
  },
  read: (from) => {
    const count = from.count(field.least);
    if (count > most) throw new Malformed('too many elements');
    return Array.from({ length: count }, () => field.read(from));
  },
  least: 1,
});

/** One of a closed list of words, as its place in that list. */
export const oneOf = <const Word extends string>(words: readonly Word[]): Field<Word> => ({
  write: (to, value) => encoding.writeVarUint(to, words.indexOf(value)),
  read: (from) => {
    const word = words[from.varUint()];
    if (word === undefined) throw new Malformed('unknown word');
    return word;
  },
  least: 1,
});

/** Members one after the other, in the order in which they are listed. */
export function struct<Value extends object>(members: {
  readonly [Key in keyof Value]-?: Field<Value[Key]>;
}): Field<Value> {
  const entries = Object.entries(members) as [keyof Value, Field<Value[keyof Value]>][];
  return {
    write: (to, value) => {
      for (const [key, field] of entries) field.write(to, value[key]);
    },
    read: (from) => {
      const value: Partial<Value> = {};
      for (const [key, field] of entries) value[key] = field.read(from);
      return value as Value;
    },
    least: entries.reduce((least, [, field]) => least + field.least, 0),
  };
}

/** Values by their names. Read into an object without a prototype's reach: a name like `__proto__` is only a name. */
export function byName<Value>(value: Field<Value>): Field<Readonly<Record<string, Value>>> {
  const entry = struct<{ key: string; value: Value }>({ key: name, value });
  const entries = list(entry);
  return {
    write: (to, values) =>
      entries.write(
        to,
        Object.entries(values).map(([key, one]) => ({ key, value: one })),
      ),
    read: (from) => Object.fromEntries(entries.read(from).map((one) => [one.key, one.value])),
    least: 1,
  };
}

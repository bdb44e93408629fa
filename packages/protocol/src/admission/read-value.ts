import type { Reader } from '../bytes/reader.ts';
import type { AdmissionLimits } from './limits.ts';
import { isReserved } from './names.ts';
import type { Json } from './struct.ts';
import { Refused } from './verdict.ts';

const view = new DataView(new ArrayBuffer(8));

/**
 * Reads one value of the `any` encoding, if it is JSON: null, a boolean, a finite number, a string, an array or an object.
 *
 * The other forms (undefined, big integers, bytes, not-a-number) do not come back as they were written, or not everywhere.
 */
export function readValue(from: Reader, limits: AdmissionLimits, depth = 0): Json {
  if (depth > limits.valueDepth) throw new Refused('too-large');
  switch (from.byte()) {
    case 126:
      return null;
    case 125:
      return readVarInt(from);
    case 124:
      return finite(bytesToView(from, 4).getFloat32(0));
    case 123:
      return finite(bytesToView(from, 8).getFloat64(0));
    case 121:
      return false;
    case 120:
      return true;
    case 119:
      return from.text();
    case 118: {
      const object: Record<string, Json> = {};
      // A key takes a byte at least, and so does its value.
      for (let left = from.count(2); left > 0; left--) {
        const key = from.text();
        if (isReserved(key)) throw new Refused('wrong-claim');
        object[key] = readValue(from, limits, depth + 1);
      }
      return object;
    }
    case 117: {
      const array: Json[] = [];
      for (let left = from.count(); left > 0; left--) array.push(readValue(from, limits, depth + 1));
      return array;
    }
    default:
      throw new Refused('wrong-claim');
  }
}

/** A whole number with its sign in the first byte. */
function readVarInt(from: Reader): number {
  let byte = from.byte();
  const sign = (byte & 64) === 0 ? 1 : -1;
  let value = byte & 63;
  let scale = 64;
  while (byte > 127) {
    byte = from.byte();
    value += (byte & 127) * scale;
    scale *= 128;
    if (value > Number.MAX_SAFE_INTEGER) throw new Refused('malformed');
  }
  return sign * value;
}

function bytesToView(from: Reader, length: 4 | 8): DataView {
  for (let at = 0; at < length; at++) view.setUint8(at, from.byte());
  return view;
}

function finite(number: number): number {
  if (!Number.isFinite(number)) throw new Refused('wrong-claim');
  return number;
}

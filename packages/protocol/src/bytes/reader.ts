import { decodeUtf8 } from 'lib0/string';

/** Thrown by a `Reader` and caught by the decoder that made it; it never leaves this package. */
export class Malformed extends Error {}

// Below this length a loop over ASCII beats the platform's decoder.
const shortText = 24;

/** Reads bytes from untrusted hands: never past the end, never more elements than bytes could carry. */
export class Reader {
  readonly bytes: Uint8Array;
  at: number;
  end: number;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.at = 0;
    this.end = bytes.length;
  }

  get left(): number {
    return this.end - this.at;
  }

  /** One byte. */
  byte(): number {
    const byte = this.at < this.end ? this.bytes[this.at] : undefined;
    if (byte === undefined) throw new Malformed('ends too early');
    this.at += 1;
    return byte;
  }

  /** A whole number below 2^53 in its one spelling, seven bits a byte, the low ones first. */
  varUint(): number {
    let byte = this.byte();
    if (byte < 128) return byte;
    let value = byte & 127;
    let scale = 128;
    for (;;) {
      byte = this.byte();
      value += (byte & 127) * scale;
      if (value > Number.MAX_SAFE_INTEGER) throw new Malformed('number too large');
      if (byte < 128) break;
      scale *= 128;
    }
    if (byte === 0) throw new Malformed('number spelt too long');
    return value;
  }

  /** How many elements follow, when each takes at least `least` bytes. */
  count(least = 1): number {
    const count = this.varUint();
    if (count * least > this.left) throw new Malformed('more elements than bytes');
    return count;
  }

  /** The next bytes, as a view on the same memory. */
  take(length: number): Uint8Array {
    if (length > this.left) throw new Malformed('ends too early');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** Bytes with their length before them. */
  block(most = Number.MAX_SAFE_INTEGER): Uint8Array {
    const length = this.varUint();
    if (length > most) throw new Malformed('too long');
    return this.take(length);
  }

  /** A text with its length in bytes before it; strictly UTF-8. */
  text(most = Number.MAX_SAFE_INTEGER): string {
    const block = this.block(most);
    if (block.length < shortText) {
      let text = '';
      let ascii = true;
      for (let at = 0; at < block.length; at++) {
        const byte = block[at] ?? 0;
        if (byte > 127) {
          ascii = false;
          break;
        }
        text += String.fromCharCode(byte);
      }
      if (ascii) return text;
    }
    try {
      return decodeUtf8(block);
    } catch {
      throw new Malformed('not UTF-8');
    }
  }

  /** A byte that says yes (1) or no (0). */
  flag(): boolean {
    const byte = this.byte();
    if (byte > 1) throw new Malformed('neither yes nor no');
    return byte === 1;
  }

  /** Nothing may follow. */
  finish(): void {
    if (this.at !== this.end) throw new Malformed('bytes left over');
  }
}

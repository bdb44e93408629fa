declare const brand: unique symbol;

/** Names a record: 22 characters, the base64url form of 16 random bytes. */
export type RecordId = string & { readonly [brand]: 'record' };
/** Names a section of a record: 22 characters, the base64url form of 16 random bytes; never derived from anything. */
export type SectionId = string & { readonly [brand]: 'section' };
/** Names an enrolled device: 22 characters, the base64url form of 16 random bytes. */
export type DeviceId = string & { readonly [brand]: 'device' };
/** Names a person who signs in: 1 to 64 characters of `A-Z a-z 0-9 . _ -`. */
export type PrincipalId = string & { readonly [brand]: 'principal' };

/** How many bytes a record, section or device id has on the wire. */
export const ID_BYTES = 16;

// 22 characters carry 132 bits; the last one must leave its four spare bits zero, so that each id has one spelling.
const sixteenBytes = /^[A-Za-z0-9_-]{21}[AQgw]$/;
const principal = /^[A-Za-z0-9._-]{1,64}$/;

/** Says whether a text is a record id. */
export const isRecordId = (text: string): text is RecordId => sixteenBytes.test(text);
/** Says whether a text is a section id. */
export const isSectionId = (text: string): text is SectionId => sixteenBytes.test(text);
/** Says whether a text is a device id. */
export const isDeviceId = (text: string): text is DeviceId => sixteenBytes.test(text);
/** Says whether a text is a principal's id. */
export const isPrincipalId = (text: string): text is PrincipalId => principal.test(text);

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const valueOf = new Map(Array.from(letters, (letter, value) => [letter, value] as const));

/** Writes 16 bytes as the 22 characters of an id. */
export function idFromBytes(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes.subarray(0, ID_BYTES)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text += letters.charAt((held >> bits) & 63);
    }
    held &= (1 << bits) - 1;
  }
  return text + letters.charAt((held << (6 - bits)) & 63);
}

/** Reads the 16 bytes behind the 22 characters of an id. */
export function idToBytes(id: RecordId | SectionId | DeviceId): Uint8Array {
  const bytes = new Uint8Array(ID_BYTES);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of id) {
    held = (held << 6) | (valueOf.get(letter) ?? 0);
    bits += 6;
    if (bits >= 8 && at < ID_BYTES) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 255;
      held &= (1 << bits) - 1;
    }
  }
  return bytes;
}

/** Makes a fresh record id from 16 random bytes. */
export const recordIdFrom = (bytes: Uint8Array): RecordId => idFromBytes(bytes) as RecordId;
/** Makes a fresh section id from 16 random bytes. */
export const sectionIdFrom = (bytes: Uint8Array): SectionId => idFromBytes(bytes) as SectionId;
/** Makes a fresh device id from 16 random bytes. */
export const deviceIdFrom = (bytes: Uint8Array): DeviceId => idFromBytes(bytes) as DeviceId;

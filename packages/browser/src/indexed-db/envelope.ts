/** How every row of content is stored: format 0 is plain bytes; encryption will be another format of the same form. */
export interface Envelope {
  readonly format: 0;
  /** The key that the bytes are sealed under; null in the plain format. */
  readonly key: null;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Puts bytes into an envelope. */
export const seal = (bytes: Uint8Array): Envelope => ({ format: 0, key: null, bytes });

/** Puts plain data into an envelope. */
export const sealJson = (value: unknown): Envelope => seal(encoder.encode(JSON.stringify(value)));

/** Takes bytes out of an envelope; undefined where it is damaged or of a format that is not known here. */
export function unseal(envelope: unknown): Uint8Array | undefined {
  if (typeof envelope !== 'object' || envelope === null) return undefined;
  if (!('format' in envelope) || envelope.format !== 0 || !('bytes' in envelope)) return undefined;
  return envelope.bytes instanceof Uint8Array ? envelope.bytes : undefined;
}

/** Takes plain data out of an envelope; undefined where it is damaged. */
export function unsealJson(envelope: unknown): unknown {
  const bytes = unseal(envelope);
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
}

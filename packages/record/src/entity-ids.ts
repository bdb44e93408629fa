const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** Tells whether a value can be the id of a row or an entry. */
export const isEntityId = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value);

/**
 * Makes a source of short random entity ids: 12 characters, 72 random bits.
 *
 * @param random - gives that many random bytes, such as `(n) => crypto.getRandomValues(new Uint8Array(n))`
 */
export function entityIds(random: (length: number) => Uint8Array): () => string {
  return () => {
    const bytes = random(9);
    let id = '';
    for (let start = 0; start < 9; start += 3) {
      const bits = ((bytes[start] ?? 0) << 16) | ((bytes[start + 1] ?? 0) << 8) | (bytes[start + 2] ?? 0);
      for (const shift of [18, 12, 6, 0]) id += letters.charAt((bits >> shift) & 63);
    }
    return id;
  };
}

// In the order in which JavaScript compares them.
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = digits.length;
const stepWidth = 4;
const first = `${digits.charAt(base / 2)}000`;

/** Tells whether a stored value is a position key. */
export const isPositionKey = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 1_000 && /^[0-9A-Za-z]+$/.test(value);

/** How long a key may be that is written: of rows moved into one gap for ever, neighbours are moved apart before. */
const longest = 64;

/**
 * Keys in order strictly between two keys, as far from each other as they can be; null stands for "nothing on that side".
 * Undefined where there is no room: the keys are out of order or equal, or keys between them would be too long.
 */
export function keysBetween(low: string | null, high: string | null, count: number): readonly string[] | undefined {
  if (low !== null && high !== null && low >= high) return undefined;
  const keys = spread(low, high, count);
  // Where several are moved apart, there is to be room for many more.
  const most = count === 1 ? longest : longest / 4;
  const isOrdered = keys.every((key, place) => key.length <= most && (keys[place - 1] ?? low ?? '') < key);
  return isOrdered && (high === null || (keys.at(-1) ?? '') < high) ? keys : undefined;
}

function spread(low: string | null, high: string | null, count: number): readonly string[] {
  if (count === 0) return [];
  const before = high === null ? 0 : low === null ? count - 1 : count >> 1;
  const key = keyBetween(low, high);
  // Too long is too long, however many more there are to be.
  if (key.length > longest) return [key];
  return [...spread(low, key, before), key, ...spread(key, high, count - before - 1)];
}

/**
 * A key strictly between two keys; null stands for "nothing on that side". Keys are fractions in base 62, so a row
 * moves without touching its neighbours. At either end keys step by a fixed amount instead of halving what is left,
 * so ten thousand rows added one after another still have keys of four characters.
 */
export function keyBetween(low: string | null, high: string | null): string {
  if (low === null && high === null) return first;
  if (high === null) return step(low ?? '', 1) ?? midpoint(low ?? '', null);
  if (low === null) return step(high, -1) ?? midpoint('', high);
  return midpoint(low, high);
}

function step(from: string, by: 1 | -1): string | undefined {
  let number: number = by;
  for (let place = 0; place < stepWidth; place += 1) number += digitAt(from, place) * base ** (stepWidth - 1 - place);
  // Nothing lies below 0000, so it is never given out.
  if (number < 1 || number >= base ** stepWidth) return undefined;
  let key = '';
  for (let rest = number; key.length < stepWidth; rest = Math.floor(rest / base))
    key = digits.charAt(rest % base) + key;
  return key;
}

function midpoint(low: string, high: string | null): string {
  let key = '';
  let ceiling = high;
  for (let place = 0; ; place += 1) {
    const below = digitAt(low, place);
    const above = ceiling === null ? base : digitAt(ceiling, place);
    // Keys out of order, which only a foreign writer makes: any key will do.
    if (above < below || (ceiling !== null && place >= Math.max(low.length, ceiling.length)))
      return `${low}${digits.charAt(base / 2)}`;
    if (above - below > 1) return key + digits.charAt((below + above) >> 1);
    if (above - below === 1) ceiling = null;
    key += digits.charAt(below);
  }
}

const digitAt = (key: string, place: number): number => Math.max(0, digits.indexOf(key.charAt(place) || '0'));

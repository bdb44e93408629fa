/** Writes JSON that PostgreSQL holds: it has no U+0000 and no half of a character, which would fail whole lists. */
export const keptJson = (value: unknown): string => JSON.stringify(value, asKept);

const asKept = (_name: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\u0000', '\uFFFD').toWellFormed() : value;

/** Whether PostgreSQL holds a value as it is, its names too. */
export const isKept = (value: unknown): boolean =>
  !/\\u(?:0000|d[89a-f])/i.test((JSON.stringify(value) ?? '').replaceAll('\\\\', ''));

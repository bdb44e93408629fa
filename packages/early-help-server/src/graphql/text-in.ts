/** A text that stands in what lists show, by its name; null where there is none. */
export function textIn(shown: unknown, member: string): string | null {
  if (typeof shown !== 'object' || shown === null) return null;
  const value = (shown as Readonly<Record<string, unknown>>)[member];
  return typeof value === 'string' ? value : null;
}

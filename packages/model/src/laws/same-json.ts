/** Whether two values are the same as JSON, whatever the order of their names. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [mine, theirs] = [Object.entries(a), b as Readonly<Record<string, unknown>>];
  return (
    mine.length === Object.keys(theirs).length &&
    mine.every(([name, value]) => Object.hasOwn(theirs, name) && sameJson(value, theirs[name]))
  );
}

/** Every text in a value, names of members too. */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const one of value) yield* textsIn(one);
  else if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value)) {
      yield name;
      yield* textsIn(member);
    }
}

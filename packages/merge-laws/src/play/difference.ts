/** Where two values first differ. */
export interface Difference {
  readonly path: string;
  readonly one: unknown;
  readonly other: unknown;
}

/** Finds the first difference of two pieces of plain data; functions are no data. */
export function firstDifference(one: unknown, other: unknown, path = ''): Difference | undefined {
  if (Object.is(one, other)) return undefined;
  if (!isStructure(one) || !isStructure(other)) return { path, one, other };
  if (Array.isArray(one) && Array.isArray(other)) {
    const length = Math.max(one.length, other.length);
    for (let index = 0; index < length; index += 1) {
      const found = firstDifference(one[index], other[index], `${path}[${index}]`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (Array.isArray(one) || Array.isArray(other)) return { path, one, other };
  const names = namesOf(one);
  for (const name of names) {
    const found = firstDifference(one[name], other[name], path === '' ? name : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  const added = namesOf(other).find((name) => !names.includes(name));
  if (added === undefined) return undefined;
  return { path: path === '' ? added : `${path}.${added}`, one: undefined, other: other[added] };
}

interface Structure {
  readonly [name: string]: unknown;
}

const isStructure = (value: unknown): value is Structure => typeof value === 'object' && value !== null;

const namesOf = (structure: Structure): readonly string[] =>
  Object.keys(structure).filter((name) => structure[name] !== undefined && typeof structure[name] !== 'function');

/** One difference between a released version of a model and the one that is to come. */
export interface ModelDifference {
  /** `decisions.give-to-firm.form`. */
  readonly path: string;
  /** Whether devices, logs, tables of authorities or readers of the API of the released version would break. */
  readonly breaking: boolean;
  /** What is different, and where it breaks what to do instead. */
  readonly words: string;
}

/** A difference that breaks something. */
export const breaks = (path: string, words: string): ModelDifference => ({ path, breaking: true, words });

/** A difference that is worth knowing. */
export const notes = (path: string, words: string): ModelDifference => ({ path, breaking: false, words });

/** Where two differ, a difference. */
export const unlessSame = <Value>(
  before: Value,
  after: Value,
  difference: (before: Value, after: Value) => ModelDifference,
): readonly ModelDifference[] => (canonical(before) === canonical(after) ? [] : [difference(before, after)]);

/** Compares what stands under the same names, and says what is gone and what is new. */
export function compareNamed<Value>(
  path: string,
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
  compare: {
    both(path: string, before: Value, after: Value): readonly ModelDifference[];
    gone(path: string, before: Value): readonly ModelDifference[];
    added(path: string, after: Value): readonly ModelDifference[];
  },
): readonly ModelDifference[] {
  const has = (values: Readonly<Record<string, Value>>, name: string): boolean => Object.hasOwn(values, name);
  return [
    ...Object.entries(before).flatMap(([name, value]) => {
      const next = has(after, name) ? after[name] : undefined;
      return next === undefined ? compare.gone(`${path}.${name}`, value) : compare.both(`${path}.${name}`, value, next);
    }),
    ...Object.entries(after).flatMap(([name, value]) =>
      has(before, name) ? [] : compare.added(`${path}.${name}`, value),
    ),
  ];
}

/** JSON as text in which the order of names does not count. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join()}}`;
}

/** One code and what it means. */
export interface CodeEntry<Code extends string | number> {
  readonly code: Code;
  readonly label: string;
  /** A code that says "none of these": in a set it gives way to any other. */
  readonly exclusive?: true;
}

/** A closed list of codes: where it comes from, and its codes with their words. */
export interface CodeList<Code extends string | number = string | number> {
  /** Names the list: of a model, no two have the same. */
  readonly id: string;
  /** Who publishes the list; `local` for lists that an authority may choose for itself. */
  readonly source: string;
  readonly entries: readonly CodeEntry<Code>[];
  readonly codes: readonly Code[];
  /** Tells whether a value is a code of this list. */
  has(this: void, value: unknown): value is Code;
  /** The plain words of a code; a code that is not in the list is said as it is. */
  labelOf(this: void, code: Code): string;
}

/** Declares a code list. */
export function codeList<const Code extends string | number>(
  id: string,
  source: string,
  entries: readonly CodeEntry<Code>[],
): CodeList<Code> {
  const labels = new Map<unknown, string>(entries.map(({ code, label }) => [code, label]));
  return Object.freeze({
    id,
    source,
    entries,
    codes: entries.map(({ code }) => code),
    has: (value: unknown): value is Code => labels.has(value),
    labelOf: (code: Code) => labels.get(code) ?? String(code),
  });
}

/** The codes of a list. */
export type CodeOf<List> = List extends CodeList<infer Code> ? Code : never;

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

/** Declares a code list. @param given - its codes in order, each with its words; entries where one says more */
export function codeList<const Code extends string | number>(
  id: string,
  source: string,
  given: readonly CodeEntry<Code>[] | Readonly<Record<Code & string, string>>,
): CodeList<Code> {
  const entries = isEntries<Code>(given) ? given : entriesOf<Code>(given);
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

const isEntries = <Code extends string | number>(given: object): given is readonly CodeEntry<Code>[] =>
  Array.isArray(given);

function entriesOf<Code extends string | number>(given: object): readonly CodeEntry<Code>[] {
  return Object.entries<string>(given as Readonly<Record<string, string>>).map(([code, label]) => {
    // JavaScript puts such members first, whatever order they are written in.
    if (/^\d+$/.test(code)) throw new TypeError(`The code ${code} looks like a number. Give entries: { code, label }.`);
    return { code: code as Code, label };
  });
}

/** The codes of a list. */
export type CodeOf<List> = List extends CodeList<infer Code> ? Code : never;

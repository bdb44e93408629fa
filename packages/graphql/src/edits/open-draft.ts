/** A row of a draft, whatever its section. Values that do not fit are refused by the section's own rules. */
export interface AnyRow {
  [field: string]: unknown;
  strike(why: string): void;
  restore(): void;
  addendum(text: string): void;
}

/** Rows or entries of a draft, whatever their section. */
export interface AnyRows {
  has(id: string): boolean;
  byId(id: string): AnyRow;
  add(row: object): string;
  append(entry: object): string;
}

/** A set of a draft, whatever its section. */
interface AnySet extends Iterable<unknown> {
  add(value: unknown): void;
  delete(value: unknown): void;
}

/** A text of a draft, whatever its section. */
export interface AnyText {
  readonly length: number;
  insert(at: number, words: string): void;
}

/**
 * The rows or entries of a draft by their name.
 *
 * Operations name sections and fields by what the schema declares, so the types of a particular section are out of
 * reach here; the edit checks every value that is written.
 */
export const rowsOf = (draft: unknown, name: string): AnyRows =>
  (draft as Readonly<Record<string, AnyRows>>)[name] as AnyRows;

/** A text of a draft, or of a row of it, by its name. */
export const textOf = (holder: unknown, name: string): AnyText =>
  (holder as Readonly<Record<string, AnyText>>)[name] as AnyText;

/** Writes values into a row or into a section's own fields: what is absent stays, null clears, a list takes a set's place. */
export function writeValues(draft: unknown, values: Readonly<Record<string, unknown>>): void {
  const target = draft as Record<string, unknown>;
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const current = target[name];
    if (isSet(current)) replaceMembers(current, Array.isArray(value) ? value : []);
    else target[name] = value;
  }
}

const isSet = (part: unknown): part is AnySet =>
  typeof part === 'object' && part !== null && Symbol.iterator in part && 'delete' in part && 'add' in part;

function replaceMembers(members: AnySet, wanted: readonly unknown[]): void {
  const present = [...members];
  const isIn = (all: readonly unknown[], member: unknown): boolean =>
    all.some((one) => JSON.stringify(one) === JSON.stringify(member));
  for (const member of present) if (!isIn(wanted, member)) members.delete(member);
  for (const member of wanted) if (!isIn(present, member)) members.add(member);
}

/** Whose record a mutation writes in. */
export type Target = 'family' | 'person';

/** What an edit costs, among the fields of an operation: one operation makes some dozens at most. */
export const EDIT_COST = { field: 200, multiplier: 1 } as const;

/** What the arguments that every edit takes are described by. */
export const EDIT_ARGS = {
  key: 'Chosen by you, for instance a UUID: what is sent again under one key is done once and answered the same.',
  family: 'The family.',
  person: 'The person.',
  values: 'What it says.',
  row: 'Which one.',
  changes: 'What is to change.',
  reason: 'Why; it is kept with what is written.',
  seen: 'The `asOf` of the answer that this was made on: what others wrote since is not overwritten, and stays beside it as a question.',
} as const;

/** An argument under the name of what it stands for: `family` or `person`. */
export const named = (target: Target, argument: object): object => ({ [target]: argument });

/** The record that the arguments name. */
export function recordOf(target: Target, args: object): string {
  const record = (args as Readonly<Record<string, unknown>>)[target];
  return typeof record === 'string' ? record : '';
}

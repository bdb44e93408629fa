/** What an edit costs, among the fields of an operation: one operation makes some dozens at most. */
export const EDIT_COST = { field: 200, multiplier: 1 } as const;

/** What the arguments that every edit takes are described by. */
export const EDIT_ARGS = {
  key: 'Chosen by you, for instance a UUID: what is sent again under one key is done once and answered the same.',
  record: 'The record that it is in, by its id.',
  section: 'The section that it is in, by its name, as `Section.name` has it.',
  values: 'What it is to say.',
  row: 'Which one, by its id.',
  changes: 'What is to change.',
  reason: 'Why; it is kept with what is written.',
  seen: 'The `asOf` of the answer that this was made on: what others wrote since is not overwritten, and stays beside it as a question.',
} as const;

/** What an edit is given: the record under the name of its kind, and what tells sections that are alike apart, beside these. */
export interface EditArgs {
  readonly key: string;
  readonly row?: string;
  readonly values?: object;
  readonly seen?: string | null;
  readonly reason?: string | null;
}

/** A person is born on a day, or expected on one. */
export type Birth = { readonly type: 'born' | 'expected'; readonly on: string };

/**
 * When a person was born or is expected: never both, and a birth that somebody recorded wins over an expected day, which
 * stays in the history (national rule 8525Q).
 */
export function birthOf({
  dateOfBirth,
  expectedBirthDate,
}: {
  readonly dateOfBirth: string | null;
  readonly expectedBirthDate: string | null;
}): Birth | null {
  if (dateOfBirth !== null) return { type: 'born', on: dateOfBirth };
  return expectedBirthDate === null ? null : { type: 'expected', on: expectedBirthDate };
}

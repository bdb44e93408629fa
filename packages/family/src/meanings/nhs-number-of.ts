/** The NHS number that counts: one that was traced, or else one that was written down unverified. */
export function nhsNumberOf({
  nhsNumber,
  nhsNumberTraced,
}: {
  readonly nhsNumber: string | null;
  readonly nhsNumberTraced: string | null;
}): {
  readonly number: string;
  readonly isTraced: boolean;
} | null {
  if (nhsNumberTraced !== null) return { number: nhsNumberTraced, isTraced: true };
  return nhsNumber === null ? null : { number: nhsNumber, isTraced: false };
}

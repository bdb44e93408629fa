/** What an import came to, in numbers and in references of the file; it names nobody. */
export interface ImportReport {
  readonly families: Count;
  readonly persons: Count;
  readonly practitioners: Count;
  readonly accounts: Count;
  /** Rows that an earlier file had and this one does not, such as `practitioners: p-17`. */
  readonly missing: readonly string[];
  /** What was ended because it was missing. */
  readonly ended: readonly string[];
}

/** How many rows are new, have changed, and are as they were. */
export interface Count {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/** The report in lines for a person at a terminal; long lists are cut short. */
export function reportLines({ missing, ended, ...counts }: ImportReport): readonly string[] {
  const rows = Object.entries<Count>(counts);
  return [
    ...rows.map(([what, { added, changed, same }]) => `${what}: ${added} new, ${changed} changed, ${same} as before`),
    ...listed('No longer in the file, and left as they are', missing),
    ...listed('No longer in the file, and ended', ended),
  ];
}

const LONGEST = 50;

function listed(words: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return [];
  const more = items.length > LONGEST ? [`  and ${items.length - LONGEST} more`] : [];
  return [`${words}:`, ...items.slice(0, LONGEST).map((item) => `  ${item}`), ...more];
}

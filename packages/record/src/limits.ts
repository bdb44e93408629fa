/** The sizes that an edit may not exceed, so that what a device writes always passes a server's structural checks. */
export const LIMITS = {
  /** Nesting of arrays and objects in one value. */
  depth: 16,
  /** Characters of all strings and names in one value, plus one for each value in it. */
  valueUnits: 20_000,
  /** Characters (UTF-16 units) of one text. */
  textLength: 200_000,
  /** Characters of a reason: why something was struck, or settled. */
  reasonLength: 2_000,
} as const;

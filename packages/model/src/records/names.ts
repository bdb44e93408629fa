/** The names that things are told with; undefined for who or what is not known, or not to be named. */
export interface Names {
  who(id: string): string | undefined;
  unit(kind: string, id: string): string | undefined;
}

/** Tells things without a name. */
export const withoutNames: Names = { who: () => undefined, unit: () => undefined };

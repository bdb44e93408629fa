/** The names that decisions are told with. Whoever is not found is told as somebody. */
export interface DecisionNames {
  readonly practitioner: (id: string) => string | undefined;
  readonly hub: (id: string) => string | undefined;
}

/** Tells decisions without a name. */
export const withoutNames: DecisionNames = { practitioner: () => undefined, hub: () => undefined };

/** The name of a practitioner, at the beginning of a sentence. */
export const someone = (names: DecisionNames, id: string): string => names.practitioner(id) ?? 'A practitioner';

/** The name of a hub. */
export const somewhere = (names: DecisionNames, id: string): string => names.hub(id) ?? 'a hub';

import { createContext, useContext } from 'react';
import type { Choice } from '../forms/choice-editor.tsx';

/** The people of a family and of the team around it, by the ids that the plan names them with. */
export interface PeopleOfPlan {
  /** The team around it. */
  readonly team: readonly Choice[];
  /** The members of the family. */
  readonly people: readonly Choice[];
  /** Who may own an action: the team, then the family. */
  readonly owners: readonly Choice[];
}

/** The people whom the plan speaks of. */
export const PeopleContext = createContext<PeopleOfPlan>({ team: [], people: [], owners: [] });

/** The people whom the plan speaks of. */
export const usePeople = (): PeopleOfPlan => useContext(PeopleContext);

/** Says who an id stands for. */
export function nameIn({ owners }: PeopleOfPlan, id: string): string {
  return owners.find(({ value }) => value === id)?.words ?? 'somebody else';
}

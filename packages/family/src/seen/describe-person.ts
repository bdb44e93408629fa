import type { Known, Rights } from '@caseweave/model';
import { familiesAround } from '../facts/family-facts.ts';
import type { PersonState } from '../facts/person-facts.ts';
import type { Principal } from '../facts/principal.ts';
import type { DescribedPerson } from './described.ts';

/** Of a person's families, only those whose plan this reader may see: that there is another is not theirs to know. */
export const describePerson = (
  reader: Principal,
  state: PersonState,
  _known: Known<Principal>,
  at: number,
  rights: Rights,
): DescribedPerson => ({
  families: familiesAround(state)
    .filter((family) => rights.acts(reader, 'plan.shared', family, at).read)
    .map(({ record }) => record)
    .toSorted(),
});

/** On the device of whoever registers a person: the families that are known to link to them. */
export const pendingPerson = (state: PersonState): DescribedPerson => ({
  families: familiesAround(state)
    .map(({ record }) => record)
    .toSorted(),
});

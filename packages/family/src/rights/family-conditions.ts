import type { Condition } from '@caseweave/model';
import type { FamilyFacts } from '../facts/family-facts.ts';
import type { Principal } from '../facts/principal.ts';
import { councilKinds } from './agency-seats.ts';
import { named } from './granted.ts';
import type { SeatName } from './seats.ts';

type FamilyCondition = Condition<Principal, FamilyFacts, SeatName>;

/** What must be so for a cell of a family's row to count. */
export const familyConditions = {
  named,
  'own-agency': {
    says: 'the notes are those of their own agency',
    allows: ({ who: { agency }, parameter }) => agency !== null && parameter === agency.id,
  },
  'own-council': {
    says: 'the notes are those of the council, and they work for it',
    allows: ({ who: { agency }, parameter }) =>
      agency !== null && councilKinds.includes(agency.kind) && parameter === agency.id,
  },
} satisfies Readonly<Record<string, FamilyCondition>>;

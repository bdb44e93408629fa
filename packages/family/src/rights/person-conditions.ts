import type { Condition } from '@caseweave/model';
import { familiesAround } from '../facts/family-facts.ts';
import type { PersonFacts, PersonState } from '../facts/person-facts.ts';
import type { Principal } from '../facts/principal.ts';
import { grantedLevel, named } from './granted.ts';
import type { SeatName } from './seats.ts';

type PersonCondition = Condition<Principal, PersonFacts, SeatName | 'named'>;

/** What must be so for a cell of a person's row to count. */
export const personConditions = {
  named,
  nameable: {
    says: 'they are no member of the family from outside the household, as far as the grant says',
    allows: ({ who, section, state, at }) =>
      isNameable(who, state) ? grantedLevel(who, section, state.facts, at) : 'none',
  },
  'unless-protected': {
    says: 'the place of the person is not protected, or a grant names them',
    allows: ({ who, section, state, at }) => {
      if (!state.facts.protectedLocation) return true;
      return isNameable(who, state) ? grantedLevel(who, section, state.facts, at) : 'none';
    },
  },
  'own-household': {
    says: 'they live in the same household, or the record is their own',
    allows: ({ who, state }) => livesWith(who, state),
  },
  own: { says: 'the record is their own', allows: ({ who, state }) => who.person === state.record },
  'as-chosen': {
    says: 'the child chose them to hear their words',
    allows: ({ who, state }) => state.facts.voiceAudience.includes(who.id),
  },
} satisfies Readonly<Record<string, PersonCondition>>;

function livesWith({ person }: Principal, state: PersonState): boolean {
  if (person === undefined) return false;
  if (person === state.record) return true;
  return familiesAround(state).some(({ facts: { persons } }) => {
    const mine = persons.find((one) => one.person === person)?.household;
    const theirs = persons.find((one) => one.person === state.record)?.household;
    return mine !== undefined && mine !== null && mine === theirs;
  });
}

// No naming reaches a member of the family from outside the household.
const isNameable = (who: Principal, state: PersonState): boolean =>
  who.kind === 'practitioner' || (who.kind === 'family-adult' && livesWith(who, state)) || who.person === state.record;

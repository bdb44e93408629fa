import type { Principal, RecordFacts } from '../rights/facts.ts';
import { hiddenPractitioner, seesHub, seesPerson, seesPractitioner } from '../rights/sees.ts';
import type { DecisionCommand } from './command.ts';

/** A decision as a reader is told of it: JSON of a `decision` event. */
export interface SeenDecision {
  /** Names the decision; the same for every reader. */
  readonly key: string;
  /** The command, without what this reader may not know. */
  readonly command: DecisionCommand;
  /** Who decided; a practitioner without a name where this reader may not know of them. */
  readonly by: { readonly id: string; readonly name: string };
  /** When, by the server's clock. */
  readonly at: number;
}

/** A decision as it was taken. */
export interface TakenDecision {
  readonly key: string;
  readonly command: DecisionCommand;
  readonly by: { readonly principal: Pick<Principal, 'id' | 'agency'>; readonly name: string };
  readonly at: number;
}

/** What it takes to tell somebody of a decision. */
export interface DecisionSurroundings {
  /** What is decided about the record once the decision is taken. */
  readonly facts: RecordFacts;
  /** Somebody who signs in, by id. */
  readonly practitioner: (id: string) => Pick<Principal, 'id' | 'agency'> | undefined;
  /** What is decided about a person. */
  readonly person: (id: string) => RecordFacts | undefined;
}

/** A decision as one reader may see it; null where nothing of it is theirs to know. Ids that were made for devices stay out of it. */
export function seenDecision(
  reader: Principal,
  { key, command, by, at }: TakenDecision,
  around: DecisionSurroundings,
): SeenDecision | null {
  const seen = seenCommand(reader, command, around, at);
  if (seen === null) return null;
  const known = seesPractitioner(reader, by.principal, around.facts, at);
  return { key, command: seen, by: known ? { id: by.principal.id, name: by.name } : hiddenPractitioner, at };
}

function seenCommand(
  reader: Principal,
  command: DecisionCommand,
  { facts, practitioner, person }: DecisionSurroundings,
  at: number,
): DecisionCommand | null {
  const seesOne = (id: string): boolean => {
    const decided = person(id);
    return decided !== undefined && seesPerson(reader, decided, at);
  };
  const seesPlace = (hub: string): boolean => {
    const people = facts.persons.flatMap(({ person: id }) => person(id) ?? []);
    return seesHub(reader, { ...facts, hub }, people, at);
  };
  switch (command.type) {
    case 'register-family': {
      const { type, record, hub, lead, persons } = command;
      return {
        type,
        record,
        hub: hub === null || !seesPlace(hub) ? null : hub,
        lead,
        persons: persons
          .filter((one) => seesOne(one.person))
          .map(({ person: id, role }) => ({ person: id, role, household: null, isNew: false })),
        sections: [],
      };
    }
    case 'register-person':
      return seesOne(command.person) ? { ...command, household: null, isNew: false, sections: [] } : null;
    case 'join-team':
    case 'leave-team': {
      const { type, record, principal } = command;
      const member = practitioner(principal);
      if (member === undefined || !seesPractitioner(reader, member, facts, at)) return null;
      return type === 'leave-team' ? { type, record, principal } : { type, record, principal, until: command.until };
    }
    case 'allocate':
      return seesPlace(command.hub) ? command : null;
  }
}

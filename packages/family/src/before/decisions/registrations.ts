import type { Principal } from '../rights/facts.ts';
import { actsOn } from '../rights/may.ts';
import { sectionNames } from '../section-for.ts';
import { type DecisionCommand, newRecordsOf } from './command.ts';
import { factsOfNew } from './facts-of-new.ts';

/** A person as they are put into a family; without an id, their record is made together with it. */
export interface NewPerson {
  readonly person?: string;
  readonly role: 'child' | 'adult';
  readonly household: string | null;
}

type RegisterFamily = Extract<DecisionCommand, { type: 'register-family' }>;
type RegisterPerson = Extract<DecisionCommand, { type: 'register-person' }>;

/**
 * Makes the command that registers a family, with random ids for it, its people, and the sections that its author may
 * write in at once.
 *
 * @param newId - makes a random id: 16 random bytes as 22 characters of base64url
 */
export function registerFamily(
  author: Principal,
  {
    hub,
    lead,
    persons,
  }: { readonly hub: string | null; readonly lead: string | null; readonly persons: readonly NewPerson[] },
  newId: () => string,
): RegisterFamily {
  const command: RegisterFamily = {
    type: 'register-family',
    record: newId(),
    hub,
    lead,
    persons: persons.map(({ person, role, household }) => ({
      person: person ?? newId(),
      role,
      household,
      isNew: person === undefined,
    })),
    sections: [],
  };
  return { ...command, sections: sectionsToWrite(author, command, newId) };
}

/** Makes the command that registers a person in a family, with random ids for what is new. */
export function registerPerson(
  author: Principal,
  family: string,
  { person, role, household }: NewPerson,
  newId: () => string,
): RegisterPerson {
  const command: RegisterPerson = {
    type: 'register-person',
    record: family,
    person: person ?? newId(),
    role,
    household,
    isNew: person === undefined,
    sections: [],
  };
  return { ...command, sections: sectionsToWrite(author, command, newId) };
}

function sectionsToWrite(author: Principal, command: DecisionCommand, newId: () => string) {
  const notes = author.agency === null ? [] : [`notes.${author.agency.id}`];
  return Array.from(newRecordsOf(command)).flatMap(([record, kind]) => {
    const facts = factsOfNew(command, record, kind, author);
    const names = kind === 'family' ? [...sectionNames.family, ...notes] : sectionNames.person;
    return names.flatMap((name) => {
      const { write, append } = actsOn(author, name, facts, 0);
      return write || append ? [{ record, name, section: newId() }] : [];
    });
  });
}

import { DECISION_CODES, type DecisionCommand, personsOf, type DecisionCode } from '@caseweave/family';
import { builder } from '../builder.ts';
import { KeyReused, NotAllowed } from '../mutations/edit-outcome.ts';
import { Family } from '../types/family.ts';
import { Person } from '../types/person-ref.ts';

/** What became of a command, as GraphQL tells it. */
export type DecisionOutcomeShape =
  | { readonly type: 'decided'; readonly command: DecisionCommand; readonly position: number }
  | {
      readonly type: 'not-decided';
      readonly code: DecisionCode;
      readonly words: string;
      readonly stands: string | null;
    }
  | { readonly type: 'not-allowed' }
  | { readonly type: 'key-reused' };

type Of<Type extends DecisionOutcomeShape['type']> = Extract<DecisionOutcomeShape, { readonly type: Type }>;

const Decided = builder.objectRef<Of<'decided'>>('Decided').implement({
  description: 'It is decided, and counts from now on, in the one order of all decisions.',
  fields: (t) => ({
    version: t.field({
      type: 'Version',
      description: 'Ask for `atLeast` this version to read what follows from it.',
      resolve: ({ position }, _, { asking }) => asking.sources.sealVersion(position),
    }),
    familyId: t.id({ description: 'The family that it is about.', resolve: ({ command }) => command.record }),
    family: t.field({
      type: Family,
      nullable: true,
      description: 'The same as it is now, where you may read anything of it.',
      resolve: ({ command }, _, { asking: { viewer } }) => viewer.record(command.record, 'family'),
    }),
    people: t.field({
      type: [Person],
      description: 'The people whom it put into the family, in the order in which they were given.',
      resolve: async ({ command }, _, { asking: { viewer } }) => {
        const found = await Promise.all(personsOf(command).map(({ person }) => viewer.record(person, 'person')));
        return found.filter((person) => person !== undefined);
      },
    }),
  }),
});

const Code = builder.enumType('DecisionCode', {
  description: 'Why something was not decided.',
  values: Object.fromEntries(
    DECISION_CODES.map((code) => [
      code.toUpperCase().replaceAll('-', '_'),
      { value: code, description: meaning(code) },
    ]),
  ),
});

const NotDecided = builder.objectRef<Of<'not-decided'>>('NotDecided').implement({
  description: 'It was not decided. The key stands for this answer: decide again under a new one.',
  fields: (t) => ({
    code: t.field({ type: Code, description: 'Why, for programs.', resolve: ({ code }) => code }),
    words: t.exposeString('words', { description: 'Why, and what to do next.' }),
    stands: t.exposeString('stands', { nullable: true, description: 'What stands instead.' }),
  }),
});

/** What became of a decision. */
export const DecisionOutcome = builder.unionType('DecisionOutcome', {
  description: 'What became of a decision.',
  types: [Decided, NotDecided, NotAllowed, KeyReused],
  resolveType: ({ type }) => {
    switch (type) {
      case 'decided':
        return Decided;
      case 'not-decided':
        return NotDecided;
      case 'not-allowed':
        return NotAllowed;
      case 'key-reused':
        return KeyReused;
    }
  },
});

function meaning(code: DecisionCode): string {
  switch (code) {
    case 'malformed':
      return 'What was asked for does not fit together.';
    case 'not-allowed':
      return 'There is no such record, or it is not yours to decide; told as `NotAllowed`.';
    case 'already':
      return 'It is so already.';
    case 'overtaken':
      return 'Something was decided meanwhile that its author did not know of.';
    case 'id-taken':
      return 'An id that was made for something new is in use.';
    case 'no-such-hub':
      return 'There is no such hub.';
    case 'cannot-join':
      return 'Whom it names cannot be in this team.';
    case 'is-lead':
      return 'The lead practitioner cannot leave before somebody else leads.';
    case 'past':
      return 'The end that it gives lies in the past.';
  }
}

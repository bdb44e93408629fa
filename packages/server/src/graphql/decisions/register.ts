import { registerFamily, registerPerson, type NewPerson as NewPersonShape } from '@caseweave/family';
import { builder } from '../builder.ts';
import { EDIT_COST } from '../mutations/edit-args.ts';
import { FamilyRole } from '../types/family-role.ts';
import { decideFor } from './carry-out.ts';
import { decisionArgs } from './decision-args.ts';
import { DecisionOutcome } from './decision-outcome.ts';

const NewPerson = builder.inputType('NewPerson', {
  description: 'Somebody who comes into a family.',
  fields: (t) => ({
    role: t.field({ type: FamilyRole, required: true, description: 'What they are in this family.' }),
    household: t.string({
      description: 'Any word of yours, the same for people of this family who live together; null for nobody.',
    }),
    known: t.id({ description: 'Who it is, where they have a record already; you must be one who decides about it.' }),
  }),
});

const personOf = ({ role, household, known }: typeof NewPerson.$inferInput): NewPersonShape => ({
  role,
  household: household ?? null,
  ...(typeof known === 'string' && { person: known }),
});

builder.mutationField('registerFamily', (t) =>
  t.field({
    type: DecisionOutcome,
    description: 'Registers a family and its people. All their sections begin empty.',
    complexity: EDIT_COST,
    args: {
      ...decisionArgs,
      hub: t.arg.id({ description: 'The hub that the family is worked with from.' }),
      lead: t.arg.id({ description: 'The lead practitioner: you, unless you manage the hub.' }),
      people: t.arg({ type: [NewPerson], required: true, description: 'Who is in the family.' }),
    },
    resolve: (_, { key, seen, reason, hub, lead, people }, { asking }) =>
      decideFor(asking, {
        key,
        seen,
        reason,
        command: (author, newId) =>
          registerFamily(author, { hub: hub ?? null, lead: lead ?? null, persons: people.map(personOf) }, newId),
      }),
  }),
);

builder.mutationField('registerPerson', (t) =>
  t.field({
    type: DecisionOutcome,
    description: 'Registers a person in a family.',
    complexity: EDIT_COST,
    args: {
      ...decisionArgs,
      family: t.arg.id({ required: true, description: 'The family.' }),
      person: t.arg({ type: NewPerson, required: true, description: 'Who comes into it.' }),
    },
    resolve: (_, { key, seen, reason, family, person }, { asking }) =>
      decideFor(asking, {
        key,
        seen,
        reason,
        command: (author, newId) => registerPerson(author, family, personOf(person), newId),
      }),
  }),
);

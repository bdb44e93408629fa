import { disabilities, ethnicities, personIdentity, sexes, type RecordFacts } from '@caseweave/family';
import { personName } from '../caseload/plan-summary.ts';
import { builder } from '../builder.ts';
import type { Reading } from '../viewer.ts';
import { Coded, codedIn, codedOrNull } from './coded.ts';
import { FamilyRole } from './family-role.ts';
import { OpenQuestion } from './open-question.ts';
import { Person } from './person-ref.ts';
import { SECTION_COST } from '../rows/section-type.ts';
import { Section } from './section.ts';

const PersonIdentity = builder.objectRef<Reading<typeof personIdentity>>('PersonIdentity').implement({
  description: 'Who a person is.',
  fields: (t) => ({
    givenName: t.string({ nullable: true, description: 'Given name.', resolve: ({ view }) => view.givenName }),
    familyName: t.string({ nullable: true, description: 'Family name.', resolve: ({ view }) => view.familyName }),
    knownAs: t.string({
      nullable: true,
      description: 'What they like to be called.',
      resolve: ({ view }) => view.knownAs,
    }),
    pronouns: t.string({ nullable: true, description: 'How to speak of them.', resolve: ({ view }) => view.pronouns }),
    dateOfBirth: t.field({
      type: 'Date',
      nullable: true,
      description: 'Date of birth.',
      resolve: ({ view }) => view.dateOfBirth,
    }),
    expectedBirthDate: t.field({
      type: 'Date',
      nullable: true,
      description: 'When a child who is not yet born is expected.',
      resolve: ({ view }) => view.expectedBirthDate,
    }),
    sex: t.field({
      type: Coded,
      nullable: true,
      description: 'Sex.',
      resolve: ({ view }) => codedOrNull(sexes, view.sex),
    }),
    ethnicity: t.field({
      type: Coded,
      nullable: true,
      description: 'Ethnicity, as the census codes it.',
      resolve: ({ view }) => codedOrNull(ethnicities, view.ethnicity),
    }),
    disabilities: t.field({
      type: [Coded],
      description: 'Disabilities, as the census codes them.',
      resolve: ({ view }) => view.disabilities.map((code) => codedIn(disabilities, code)),
    }),
    firstLanguage: t.string({
      nullable: true,
      description: 'First language.',
      resolve: ({ view }) => view.firstLanguage,
    }),
    interpreterNeeded: t.boolean({
      nullable: true,
      description: 'Whether an interpreter is needed.',
      resolve: ({ view }) => view.interpreterNeeded,
    }),
    nhsNumber: t.string({ nullable: true, description: 'NHS number.', resolve: ({ view }) => view.nhsNumber }),
    nhsNumberTraced: t.string({
      nullable: true,
      description: 'NHS number, as the national service found it.',
      resolve: ({ view }) => view.nhsNumberTraced,
    }),
    upn: t.string({ nullable: true, description: 'Unique pupil number.', resolve: ({ view }) => view.upn }),
    questions: t.field({
      type: [OpenQuestion],
      description: 'What about who they are was written in two ways and waits to be settled.',
      resolve: ({ questions }) => questions,
    }),
  }),
});

Person.implement({
  description: 'A person of a family. A person may be in two families: what is about the person is in one record.',
  fields: (t) => ({
    id: t.exposeID('record', { description: 'The id of the person: random, and telling nothing.' }),
    name: t.string({
      nullable: true,
      description: 'The name by which lists call the person.',
      resolve: async ({ record }, _, { asking: { viewer } }) =>
        personName(await viewer.projection('person.identity', record)),
    }),
    identity: t.field({
      type: PersonIdentity,
      nullable: true,
      description: 'Who the person is.',
      complexity: SECTION_COST,
      resolve: ({ record }, _, { asking: { viewer } }) => viewer.read(personIdentity, record),
    }),
    sections: t.field({
      type: [Section],
      description: "The parts of the person's record that you may read, by name.",
      resolve: ({ record }, _, { asking: { viewer } }) => viewer.sections(record),
    }),
  }),
});

/** A person with their place in one family. */
export const PersonInFamily = builder
  .objectRef<{ readonly role: 'child' | 'adult'; readonly facts: RecordFacts }>('PersonInFamily')
  .implement({
    description: 'Somebody who is in a family.',
    fields: (t) => ({
      role: t.field({ type: FamilyRole, description: 'What they are in this family.', resolve: ({ role }) => role }),
      person: t.field({ type: Person, description: 'Who they are.', resolve: ({ facts }) => facts }),
    }),
  });

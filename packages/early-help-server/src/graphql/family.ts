import type { ExtraTools, ReadableRecord } from '@caseweave/graphql';
import { familyRoles, personIdentity, planShared } from '@caseweave/family';
import { textIn } from './text-in.ts';
import { toldOf } from './told-family.ts';

interface PersonInFamily {
  readonly role: string;
  readonly person: ReadableRecord;
}

/** What is decided about a family, as far as somebody may know it, and what families and people are called. */
export function family(tools: ExtraTools): void {
  const { builder, codes, codedOf, inBrief, kind, unit, who } = tools;
  const inFamily = builder.objectRef<PersonInFamily>('PersonInFamily').implement({
    description: 'Somebody who is in a family.',
    fields: (t) => ({
      role: t.field({
        type: codes(familyRoles).coded,
        nullable: true,
        description: 'What they are in this family.',
        resolve: ({ role }) => codedOf(familyRoles, role),
      }),
      person: t.field({ type: kind('person'), description: 'Who they are.', resolve: ({ person }) => person }),
    }),
  });
  builder.objectFields(kind('family'), (t) => ({
    name: t.string({
      nullable: true,
      description: 'What the family is called in its shared plan.',
      resolve: async (record, _, { reader }) => textIn(await inBrief(reader, planShared, record), 'familyName'),
    }),
    nextReviewOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'When the plan is next reviewed.',
      resolve: async (record, _, { reader }) => textIn(await inBrief(reader, planShared, record), 'nextReviewOn'),
    }),
    hub: t.field({
      type: unit('hub'),
      nullable: true,
      description: 'The hub that the family is worked with from, where it tells nothing that you may not know.',
      resolve: async (record, _, { reader }) => {
        const { hub } = await toldOf(reader, record);
        return hub === null ? null : reader.unit('hub', hub.id);
      },
    }),
    lead: t.field({
      type: who,
      nullable: true,
      description: 'The lead practitioner: one for each family.',
      resolve: async (record, _, { reader }) => {
        const { lead } = await toldOf(reader, record);
        return lead === null ? null : reader.toldPerson(lead, record);
      },
    }),
    team: t.field({
      type: [who],
      description:
        'The team around the family as it is now, of those whom you may know of: the lead first, then by name.',
      resolve: async (record, _, { reader }) => {
        const { team } = await toldOf(reader, record);
        const found = await Promise.all(team.map(({ id }) => reader.toldPerson(id, record)));
        return found.filter((member) => member !== undefined);
      },
    }),
    people: t.field({
      type: [inFamily],
      description: 'Who is in the family, of those of whom you may read something.',
      resolve: async (record, _, { reader }) => {
        const { persons } = await toldOf(reader, record);
        const found = await Promise.all(
          persons.map(async ({ person, role }) => ({ role, person: await reader.record(person, 'person') })),
        );
        return found.flatMap(({ role, person }) => (person === undefined ? [] : [{ role, person }]));
      },
    }),
  }));
  builder.objectField(kind('person'), 'name', (t) =>
    t.string({
      nullable: true,
      description: 'The name by which lists call the person.',
      resolve: async (record, _, { reader }) => textIn(await inBrief(reader, personIdentity, record), 'name'),
    }),
  );
}

import type { ExtraTools, Reader } from '@caseweave/graphql';

/** What a decision was about: the family, and the people whom it put into it. */
export function decided({ builder, decided: Decided, kind }: ExtraTools): void {
  builder.objectFields(Decided, (t) => ({
    family: t.field({
      type: kind('family'),
      nullable: true,
      description: 'The family that it is about, as it is now, where you may read anything of it.',
      resolve: ({ command }, _, { reader }) => reader.record(command.record, 'family'),
    }),
    people: t.field({
      type: [kind('person')],
      description: 'The people whom it put into the family, in the order in which they were given.',
      resolve: ({ command: { form } }, _, { reader }) => peopleOf(reader, form),
    }),
  }));
}

async function peopleOf(reader: Reader, form: unknown) {
  const found = await Promise.all(personsIn(form).map((person) => reader.record(person, 'person')));
  return found.filter((person) => person !== undefined);
}

/** The persons whom the form of a registration names. */
function personsIn(form: unknown): readonly string[] {
  if (typeof form !== 'object' || form === null) return [];
  if ('person' in form && typeof form.person === 'string') return [form.person];
  return 'persons' in form && Array.isArray(form.persons) ? form.persons.flatMap(personsIn) : [];
}

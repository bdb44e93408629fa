import { personLocation } from '@caseweave/family';
import { builder } from '../builder.ts';
import { rowsOn } from '../rows/rows-on.ts';
import { questionsOn, readingOf, SECTION_COST, type ReadingOf } from '../rows/section-type.ts';
import { Person } from './person-ref.ts';

type LocationReading = ReadingOf<typeof personLocation>;

const PersonLocation = builder.objectRef<LocationReading>('PersonLocation').implement({
  description: 'All that tells where a person is.',
  fields: (t) => ({
    protected: t.boolean({
      nullable: true,
      description: 'Whether somebody asked that it be kept to named people.',
      resolve: ({ view }) => view.protected,
    }),
    phones: t.stringList({ description: 'Telephone numbers.', resolve: ({ view }) => view.phones }),
    gp: t.string({ nullable: true, description: 'GP practice.', resolve: ({ view }) => view.gp }),
    school: t.string({ nullable: true, description: 'School or nursery.', resolve: ({ view }) => view.school }),
  }),
});

questionsOn(PersonLocation);
rowsOn(PersonLocation, {
  schema: personLocation,
  rows: 'residences',
  one: 'Residence',
  is: 'Where a person lives, and with whom.',
  are: 'Where they live, and have lived.',
  // Households are named only to tell who lives with whom.
  links: ['household'],
});
rowsOn(PersonLocation, {
  schema: personLocation,
  rows: 'addresses',
  one: 'Address',
  is: 'An address of a person.',
  are: 'Their addresses.',
});

builder.objectField(Person, 'location', (t) =>
  t.field({
    type: PersonLocation,
    nullable: true,
    description: 'Where the person is. Null where nothing is written of it, or nothing that you may read.',
    complexity: SECTION_COST,
    resolve: async (facts, _, { asking: { viewer } }) => {
      const reading = await readingOf(viewer, personLocation, facts);
      return reading === null || saysNothing(reading.view) ? null : reading;
    },
  }),
);

/** Tells whether nothing is written: said as null, so that an empty section does not differ from a hidden one. */
const saysNothing = (view: LocationReading['view']): boolean =>
  view.residences.length + view.addresses.length + view.phones.length === 0 && view.gp === null && view.school === null;

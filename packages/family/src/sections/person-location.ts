import { collection, defineSection, register, setOf, type View } from '@caseweave/record';
import { z } from 'zod';
import { residenceKinds } from '../code-lists/residence-kinds.ts';
import { isUprn } from '../identifiers/references.ts';
import { mostCareful } from './most-careful.ts';
import { day, line, reference } from './values.ts';

const uprn = z.string().refine(isUprn, 'a UPRN has up to 12 digits');

/** Everything that tells where a person is: address, telephone, GP, school. */
export const personLocation = defineSection({
  name: 'person.location',
  version: 1,
  oldestWriter: 1,
  fields: {
    protected: register(z.boolean(), {
      label: 'Protected address',
      standing: mostCareful([true, false], 'the address stays protected until you decide'),
    }),
    residences: collection(
      {
        household: register(reference, { label: 'Household' }),
        kind: register(residenceKinds.schema, { label: 'How', words: residenceKinds.labelOf }),
        from: register(day, { label: 'From' }),
        to: register(day, { label: 'Until' }),
        with: register(line, { label: 'With' }),
      },
      { label: 'Residence' },
    ),
    addresses: collection(
      {
        lines: register(z.string().min(1).max(400), { label: 'Address' }),
        postcode: register(z.string().min(1).max(10), { label: 'Postcode' }),
        uprn: register(uprn, { label: 'Property reference' }),
        from: register(day, { label: 'From' }),
        to: register(day, { label: 'Until' }),
      },
      { label: 'Address' },
    ),
    phones: setOf(line, { label: 'Telephone' }),
    gp: register(line, { label: 'GP practice' }),
    school: register(line, { label: 'School or nursery' }),
  },
});

/** What a person's location says at one moment. */
export type LocationView = View<typeof personLocation>;

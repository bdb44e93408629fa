import { codedRegister, day, identifier, line, passage, sectionOf, truth } from '@caseweave/model';
import type { Finding, RuleContext } from '@caseweave/model';
import { collection, defineSection, register, setOf, type View } from '@caseweave/record';
import { z } from 'zod';
import { residenceKinds } from '../code-lists/residence-kinds.ts';
import { isUprn } from '../identifiers/references.ts';
import { person } from '../kinds/person.ts';
import { homesOf } from '../meanings/homes-of.ts';
import { mostCareful } from './most-careful.ts';

const household = identifier('household', z.string().min(1).max(64));
const uprn = identifier('uprn', z.string().refine(isUprn, 'a UPRN has up to 12 digits'));

/** Everything that tells where a person is: address, telephone, GP, school. */
export const personLocation = defineSection({
  name: 'person.location',
  version: 1,
  oldestWriter: 1,
  fields: {
    protected: register(truth(), {
      label: 'Protected address',
      standing: mostCareful([true, false], 'the address stays protected until you decide'),
    }),
    residences: collection(
      {
        household: register(household, { label: 'Household' }),
        kind: codedRegister(residenceKinds, { label: 'How' }),
        from: register(day(), { label: 'From' }),
        to: register(day(), { label: 'Until' }),
        with: register(line(), { label: 'With' }),
      },
      { label: 'Residence' },
    ),
    addresses: collection(
      {
        lines: register(passage({ longest: 400 }), { label: 'Address' }),
        postcode: register(line({ longest: 10 }), { label: 'Postcode' }),
        uprn: register(uprn, { label: 'Property reference' }),
        from: register(day(), { label: 'From' }),
        to: register(day(), { label: 'Until' }),
      },
      { label: 'Address' },
    ),
    phones: setOf(line(), { label: 'Telephone' }),
    gp: register(line(), { label: 'GP practice' }),
    school: register(line(), { label: 'School or nursery' }),
  },
});

/** What a person's location says at one moment. */
export type LocationView = View<typeof personLocation>;

function findings(view: LocationView, { today }: RuleContext): readonly Finding[] {
  const homes = homesOf(view, today);
  if (homes.length < 2) return [];
  return [
    {
      rule: 'F11',
      severity: 'error',
      path: 'residences',
      words: `Where is this child living? ${homes.length} homes are given for today. Find out now, and end the ones that are over.`,
    },
  ];
}

export const personLocationSection = sectionOf(person, personLocation, {
  title: 'Location',
  about: 'Everything that tells where a person is: address, telephone, GP, school.',
  rights: {
    lead: 'write',
    'council-early-help': 'read',
    education: 'none',
    health: 'read',
    justice: 'none',
    partner: 'none',
    'domestic-abuse': 'none',
    manager: 'read',
    'social-worker': 'read',
    'household-adult': { level: 'read', when: 'own-household' },
    'young-person': { level: 'read', when: 'own' },
    named: { level: 'write', when: 'nameable' },
  },
  // Where a protected person is, is for those who are named, whatever the table says.
  always: 'unless-protected',
  findings,
});

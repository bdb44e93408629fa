import { defineModel, type Model } from '@caseweave/model';
import { decisions } from './decisions/decisions.ts';
import { keysOf } from './facts/keys.ts';
import { type Principal, principalSchema } from './facts/principal.ts';
import { family } from './kinds/family.ts';
import { person } from './kinds/person.ts';
import { sections } from './sections/sections.ts';
import { hiddenPractitioner } from './seen/sees-practitioner.ts';

/** The family record of multi-agency early help: its records, sections, rights and decisions. */
export const earlyHelp: Model = defineModel({
  name: 'early-help',
  version: 1,
  title: 'Early help',
  who: {
    title: 'Practitioner',
    schema: principalSchema,
    keys: keysOf,
    organisation: { unit: 'agency', of: ({ agency }: Principal) => agency?.id ?? null },
    somebody: hiddenPractitioner,
  },
  units: {
    hub: { title: 'Hub', about: 'A place from which early help for an area is led; it answers for its families.' },
    agency: { title: 'Agency', many: 'Agencies', about: 'An organisation whose practitioners work with families.' },
  },
  kinds: [family, person],
  sections: Object.values(sections),
  decisions,
  refusals: {
    'not-allowed':
      'There is no such record, or you may not decide this about it. Ask the lead practitioner or the manager.',
    'id-taken': 'An id that was made for the new record is in use. Register it again.',
  },
});

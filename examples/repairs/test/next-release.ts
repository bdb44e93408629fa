/** The next release of the repairs: what a repair costs, for the office alone. */
import { defineModel, sectionOf, whole } from '@caseweave/model';
import { defineSection, register } from '@caseweave/record';
import { job, repairs } from '../src/model.ts';

const costs = defineSection({
  name: 'job.costs',
  version: 1,
  oldestWriter: 1,
  fields: { pounds: register(whole({ least: 0, most: 100_000 }), { label: 'Pounds', standing: 'highest' }) },
});

const costsPart = sectionOf(job, costs, {
  title: 'Costs',
  about: 'What the repair costs.',
  rights: { tenant: 'none', contractor: 'none', officer: 'write' },
});

export const repairs2 = defineModel({
  name: 'repairs',
  version: 2,
  title: 'Repairs',
  who: repairs.who,
  kinds: [job],
  sections: [...repairs.parts, costsPart],
  decisions: [...repairs.decisions.values()],
});

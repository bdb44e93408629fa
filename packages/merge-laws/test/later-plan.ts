import { collection, defineSection, register } from '@caseweave/record';
import { z } from 'zod';
import { plan } from './fixtures.ts';

/** The plan with what a later version added, and fills in where nobody has written it. */
export const laterPlan = defineSection({
  name: 'plan',
  version: 2,
  oldestWriter: 1,
  upgrades: { 2: { rows: { needs: ({ level }) => ({ isUrgent: level === 4 }) } } },
  fields: {
    ...plan.fields,
    needs: collection({ ...plan.fields.needs.fields, isUrgent: register(z.boolean()) }),
  },
});

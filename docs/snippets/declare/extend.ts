/** A council's own fields in the shared plan: a cost beside each action, and a budget code. */
import { planShared } from '@caseweave/family';
import { extendSection, register } from '@caseweave/record';
import { z } from 'zod';

export const ourPlan = extendSection(planShared, {
  name: 'leeds',
  version: 1,
  oldestWriter: 1,
  fields: { budgetCode: register(z.string().regex(/^[A-Z]{2}\d{4}$/), { label: 'Budget code' }) },
  rows: { actions: { cost: register(z.number().min(0), { label: 'Cost', standing: 'highest' }) } },
});

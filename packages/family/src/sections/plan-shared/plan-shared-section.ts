import { sectionOf } from '@caseweave/model';
import { family } from '../../kinds/family.ts';
import { planFindings } from './plan-findings.ts';
import { planList } from './plan-list.ts';
import { planShared } from './plan-shared.ts';

export const planSharedSection = sectionOf(family, planShared, {
  title: 'Plan',
  about: 'The plan that the whole team around the family works on.',
  rights: {
    lead: 'write',
    'council-early-help': 'write',
    education: 'write',
    health: 'write',
    justice: 'write',
    partner: 'write',
    'domestic-abuse': 'write',
    manager: 'write',
    'social-worker': 'read',
    'household-adult': 'read',
    'young-person': 'read',
  },
  list: planList,
  findings: planFindings,
});

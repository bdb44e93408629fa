import { codeList, type CodeOf } from '@caseweave/model';

/** What one person is to another. */
export const relationshipKinds = codeList('relationship-kind', 'local', [
  { code: 'parent', label: 'Parent of' },
  { code: 'step_parent', label: 'Step-parent of' },
  { code: 'grandparent', label: 'Grandparent of' },
  { code: 'carer', label: 'Carer of' },
  { code: 'sibling', label: 'Brother or sister of' },
  { code: 'half_sibling', label: 'Half-brother or half-sister of' },
  { code: 'partner', label: 'Partner of' },
  { code: 'former_partner', label: 'Former partner of' },
  { code: 'aunt_uncle', label: 'Aunt or uncle of' },
  { code: 'family_friend', label: 'Family friend of' },
  { code: 'other', label: 'Other relative of' },
]);

/** A code of relationshipKinds. */
export type RelationshipKind = CodeOf<typeof relationshipKinds>;

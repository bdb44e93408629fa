import { codeList, type CodeOf } from '@caseweave/model';

/** Disabilities, in the national codes; NONE gives way to any other. */
export const disabilities = codeList('disability', 'Children in need census', [
  { code: 'NONE', label: 'No disability', exclusive: true },
  { code: 'MOB', label: 'Mobility' },
  { code: 'HAND', label: 'Hand function' },
  { code: 'PC', label: 'Personal care' },
  { code: 'INC', label: 'Incontinence' },
  { code: 'COMM', label: 'Communication' },
  { code: 'LD', label: 'Learning' },
  { code: 'HEAR', label: 'Hearing' },
  { code: 'VIS', label: 'Vision' },
  { code: 'BEH', label: 'Behaviour' },
  { code: 'CON', label: 'Consciousness' },
  { code: 'AUT', label: 'Autism' },
  { code: 'DDA', label: 'Other disability' },
]);

/** A code of disabilities. */
export type Disability = CodeOf<typeof disabilities>;

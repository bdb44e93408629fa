import { codeList, type CodeOf } from '@caseweave/model';

/** Who asked for support, in the national codes. */
export const contactSources = codeList('contact-source', 'Children in need census', [
  { code: '1A', label: 'Family member, relative or carer' },
  { code: '1B', label: 'Acquaintance' },
  { code: '1C', label: 'Self' },
  { code: '1D', label: 'Other individual' },
  { code: '2A', label: 'Schools' },
  { code: '2B', label: 'Education services' },
  { code: '3A', label: 'GP' },
  { code: '3B', label: 'Health visitor' },
  { code: '3C', label: 'School nurse' },
  { code: '3D', label: 'Other primary health services' },
  { code: '3E', label: 'Accident and emergency' },
  { code: '3F', label: 'Other health services' },
  { code: '4', label: 'Housing' },
  { code: '5A', label: 'Council social care, such as adults' },
  { code: '5B', label: 'Other council services' },
  { code: '5C', label: 'Another local authority' },
  { code: '5D', label: 'Council early help' },
  { code: '6', label: 'Police' },
  { code: '7', label: 'Other legal agency' },
  { code: '8', label: 'Other' },
  { code: '9', label: 'Anonymous' },
  { code: '10', label: 'Unknown' },
]);

/** A code of contactSources. */
export type ContactSource = CodeOf<typeof contactSources>;

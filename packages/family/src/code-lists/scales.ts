import { codeList, type CodeOf } from '@caseweave/model';

/** Scales that scores are given on; licensed scales are an authority's own to load. */
export const scales = codeList('scale', 'local', [
  { code: 'safety_0_10', label: 'How safe and well, 0 to 10' },
  { code: 'rag', label: 'Red, amber, green' },
  { code: 'confidence_1_5', label: 'How confident, 1 to 5' },
  { code: 'attendance_percent', label: 'School attendance, per cent' },
]);

/** A code of scales. */
export type Scale = CodeOf<typeof scales>;

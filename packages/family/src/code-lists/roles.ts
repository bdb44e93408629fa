import { codeList, type CodeOf } from '@caseweave/model';

/** What a person is in the service, whatever family they work with. */
export const roles = codeList('role', 'local', [
  { code: 'lead', label: 'Lead practitioner' },
  { code: 'deputy_lead', label: 'Deputy lead practitioner' },
  { code: 'taf_practitioner', label: 'Member of the team around the family' },
  { code: 'social_worker', label: 'Social worker' },
  { code: 'manager', label: 'Manager' },
  { code: 'hub_coordinator', label: 'Hub coordinator' },
  { code: 'triage', label: 'Triage worker' },
  { code: 'family_adult', label: 'Adult of the family' },
  { code: 'child_yp', label: 'Child or young person' },
  { code: 'family_network', label: 'Family network' },
  { code: 'advocate', label: 'Advocate' },
  { code: 'service_development', label: 'Service development' },
  { code: 'info_governance', label: 'Information governance' },
  { code: 'admin', label: 'Administrator' },
]);

/** A code of roles. */
export type Role = CodeOf<typeof roles>;

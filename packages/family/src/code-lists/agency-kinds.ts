import { codeList, type CodeOf } from '@caseweave/model';

/** The kinds of agency that work with families. */
export const agencyKinds = codeList('agency-kind', 'local', [
  { code: 'la_early_help', label: 'Council early help' },
  { code: 'la_social_care', label: "Council children's social care" },
  { code: 'family_hub', label: 'Family hub' },
  { code: 'school', label: 'School' },
  { code: 'early_years', label: 'Nursery or early years' },
  { code: 'health_visiting', label: 'Health visiting' },
  { code: 'school_nursing', label: 'School nursing' },
  { code: 'gp', label: 'GP practice' },
  { code: 'midwifery', label: 'Midwifery' },
  { code: 'camhs', label: 'Child and adolescent mental health' },
  { code: 'adult_mental_health', label: 'Adult mental health' },
  { code: 'substance_misuse', label: 'Drug and alcohol service' },
  { code: 'police', label: 'Police' },
  { code: 'probation', label: 'Probation' },
  { code: 'youth_justice', label: 'Youth justice' },
  { code: 'housing', label: 'Housing' },
  { code: 'domestic_abuse', label: 'Domestic abuse service' },
  { code: 'adult_social_care', label: 'Adult social care' },
  { code: 'dwp', label: 'Jobcentre' },
  { code: 'fire', label: 'Fire and rescue' },
  { code: 'voluntary', label: 'Voluntary organisation' },
  { code: 'other', label: 'Other agency' },
]);

/** A code of agencyKinds. */
export type AgencyKind = CodeOf<typeof agencyKinds>;

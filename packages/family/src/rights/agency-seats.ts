import type { AgencyKind } from '../code-lists/agency-kinds.ts';

/** The seats of the agencies' practitioners in a team. */
export type AgencySeat = 'council-early-help' | 'education' | 'health' | 'justice' | 'partner' | 'domestic-abuse';

/**
 * Which seat a member of a team has by their agency. Whoever has no seat of their own sits with the partners, who see
 * least.
 */
export const agencySeats: Readonly<Record<AgencyKind, AgencySeat>> = {
  la_early_help: 'council-early-help',
  family_hub: 'council-early-help',
  la_social_care: 'partner',
  school: 'education',
  early_years: 'education',
  health_visiting: 'health',
  school_nursing: 'health',
  gp: 'health',
  midwifery: 'health',
  camhs: 'health',
  adult_mental_health: 'health',
  substance_misuse: 'health',
  police: 'justice',
  probation: 'justice',
  youth_justice: 'justice',
  housing: 'partner',
  domestic_abuse: 'domestic-abuse',
  adult_social_care: 'partner',
  dwp: 'partner',
  fire: 'partner',
  voluntary: 'partner',
  other: 'partner',
};

/** The agencies whose notes are the council's own. */
export const councilKinds: readonly AgencyKind[] = ['la_early_help', 'family_hub', 'la_social_care'];

import type { AgencyKind } from '@caseweave/family';

/** A hub: the team and the locality that a family belongs to. */
export interface DemoHub {
  readonly id: string;
  readonly name: string;
}

/** An agency that works with families. */
export interface DemoAgency {
  readonly id: string;
  readonly name: string;
  readonly kind: AgencyKind;
}

/** The eight hubs of the invented authority. */
export const hubs = [
  { id: 'bilsbrook', name: 'Bilsbrook' },
  { id: 'tettenfield', name: 'Tettenfield' },
  { id: 'wednesmoor', name: 'Wednesmoor' },
  { id: 'penncroft', name: 'Penncroft' },
  { id: 'fallow-park', name: 'Fallow Park' },
  { id: 'low-moor-end', name: 'Low Moor End' },
  { id: 'graisecroft', name: 'Graisecroft' },
  { id: 'oxbourne', name: 'Oxbourne' },
] as const satisfies readonly DemoHub[];

/** The agencies of the invented authority. */
export const agencies = [
  { id: 'council-early-help', name: 'Council early help', kind: 'la_early_help' },
  { id: 'council-social-care', name: "Council children's social care", kind: 'la_social_care' },
  { id: 'canalside-primary', name: 'Canalside Primary School', kind: 'school' },
  { id: 'st-cedds-primary', name: "St Cedd's Primary School", kind: 'school' },
  { id: 'moorfield-academy', name: 'Moorfield Academy', kind: 'school' },
  { id: 'little-oaks-nursery', name: 'Little Oaks Nursery', kind: 'early_years' },
  { id: 'health-visiting', name: 'Health visiting', kind: 'health_visiting' },
  { id: 'school-nursing', name: 'School nursing', kind: 'school_nursing' },
  { id: 'camhs', name: 'Child and adolescent mental health service', kind: 'camhs' },
  { id: 'neighbourhood-police', name: 'Neighbourhood police', kind: 'police' },
  { id: 'youth-justice', name: 'Youth justice service', kind: 'youth_justice' },
  { id: 'city-homes', name: 'Ashvale City Homes', kind: 'housing' },
  { id: 'rowan-haven', name: 'Rowan Haven', kind: 'domestic_abuse' },
  { id: 'neighbours-together', name: 'Neighbours Together', kind: 'voluntary' },
] as const satisfies readonly DemoAgency[];

/** The id of an agency. */
export type AgencyId = (typeof agencies)[number]['id'];

import type { Role } from '@caseweave/family';
import { number31 } from './random.ts';
import type { AgencyId } from './places.ts';

/** Somebody who works with families, and signs in. */
export interface DemoPractitioner {
  readonly id: string;
  readonly name: string;
  readonly agency: AgencyId;
  readonly hub: string;
  readonly roles: readonly Role[];
  /** What they are called at work. */
  readonly job: string;
  /** The number under which the seeded content of this person is written. */
  readonly client: number;
}

type Line = readonly [id: string, name: string, job: string, agency: AgencyId, hub: string, role?: Role];

const worker = 'Strengthening Families worker';

// Ids tell the job and never the name: they stand in addresses and in logs.
const lines: readonly Line[] = [
  ['early-help-1', 'Jo Morris', worker, 'council-early-help', 'bilsbrook'],
  ['early-help-2', 'Farzana Begum', worker, 'council-early-help', 'tettenfield'],
  ['early-help-3', 'Marlon Grant', worker, 'council-early-help', 'wednesmoor'],
  ['early-help-4', 'Siobhan Kelly', worker, 'council-early-help', 'penncroft'],
  ['early-help-5', 'Harpreet Sandhu', worker, 'council-early-help', 'fallow-park'],
  ['early-help-6', 'Tomasz Zielinski', worker, 'council-early-help', 'low-moor-end'],
  ['early-help-7', 'Denise Campbell', worker, 'council-early-help', 'graisecroft'],
  ['early-help-8', 'Nadia Rahman', worker, 'council-early-help', 'oxbourne'],
  ['early-help-9', 'Craig Hollis', worker, 'council-early-help', 'bilsbrook'],
  ['early-help-10', 'Ngozi Eze', worker, 'council-early-help', 'fallow-park'],
  ['manager-1', 'Ruth Adeyemi', 'Hub manager', 'council-early-help', 'bilsbrook', 'manager'],
  ['manager-2', 'Steve Whitlock', 'Hub manager', 'council-early-help', 'tettenfield', 'manager'],
  ['manager-3', 'Jaswinder Gill', 'Hub manager', 'council-early-help', 'wednesmoor', 'manager'],
  ['manager-4', 'Carol Pritchard', 'Hub manager', 'council-early-help', 'fallow-park', 'manager'],
  ['manager-5', 'Imran Qureshi', 'Hub manager', 'council-early-help', 'graisecroft', 'manager'],
  ['coordinator-1', 'Leanne Dobbs', 'Hub coordinator', 'council-early-help', 'penncroft', 'hub_coordinator'],
  ['coordinator-2', 'Abiola Fashola', 'Hub coordinator', 'council-early-help', 'low-moor-end', 'hub_coordinator'],
  ['coordinator-3', 'Meera Joshi', 'Hub coordinator', 'council-early-help', 'oxbourne', 'hub_coordinator'],
  ['school-1', 'Claire Bennett', 'Pastoral lead', 'canalside-primary', 'bilsbrook'],
  ['school-2', 'Dominic Walsh', 'Family liaison officer', 'st-cedds-primary', 'wednesmoor'],
  ['school-3', 'Sunita Chauhan', 'Pastoral lead, lower school', 'moorfield-academy', 'fallow-park'],
  ['school-4', 'Andre Lewis', 'Attendance lead', 'moorfield-academy', 'graisecroft'],
  ['nursery-1', 'Kelly Stokes', 'Nursery manager', 'little-oaks-nursery', 'bilsbrook'],
  ['nursery-2', 'Anca Munteanu', 'Early years practitioner', 'little-oaks-nursery', 'low-moor-end'],
  ['health-visitor-1', 'Asha Patel', 'Health visitor', 'health-visiting', 'bilsbrook'],
  ['health-visitor-2', 'Grace Mensah', 'Health visitor', 'health-visiting', 'penncroft'],
  ['health-visitor-3', 'Hannah Lloyd', 'Health visitor', 'health-visiting', 'oxbourne'],
  ['school-nurse-1', 'Yvonne Clarke', 'School nurse', 'school-nursing', 'tettenfield'],
  ['camhs-1', 'Daniel Osei', 'Mental health practitioner', 'camhs', 'fallow-park'],
  ['police-1', 'Karen Shaw', 'Neighbourhood officer', 'neighbourhood-police', 'bilsbrook'],
  ['police-2', 'Bilal Hussain', 'Neighbourhood officer', 'neighbourhood-police', 'low-moor-end'],
  ['police-3', 'Owen Price', 'Missing persons coordinator', 'neighbourhood-police', 'graisecroft'],
  ['youth-justice-1', 'Sheldon Reid', 'Prevention worker', 'youth-justice', 'wednesmoor'],
  ['housing-1', 'Michelle Tranter', 'Housing officer', 'city-homes', 'bilsbrook'],
  ['housing-2', 'Kwame Boateng', 'Tenancy support officer', 'city-homes', 'tettenfield'],
  ['idva-1', 'Laura Fenn', 'Independent domestic violence adviser', 'rowan-haven', 'penncroft'],
  ['voluntary-1', 'Paulette Dixon', 'Family mentor', 'neighbours-together', 'graisecroft'],
  ['voluntary-2', 'Roza Karimi', 'Young carers worker', 'neighbours-together', 'oxbourne'],
  ['social-worker-1', 'Simon Achebe', 'Social worker', 'council-social-care', 'bilsbrook', 'social_worker'],
  ['social-worker-2', 'Beth Rowley', 'Social worker', 'council-social-care', 'fallow-park', 'social_worker'],
];

/** The forty practitioners of the invented authority. */
export const practitioners: readonly DemoPractitioner[] = lines.map(([id, name, job, agency, hub, role]) => ({
  id,
  name,
  agency,
  hub,
  roles: [role ?? 'taf_practitioner'],
  job,
  client: number31(`client of ${id}`),
}));

const byId = new Map(practitioners.map((practitioner) => [practitioner.id, practitioner]));

/** The practitioner of that id. */
export function practitionerOf(id: string): DemoPractitioner {
  const practitioner = byId.get(id);
  if (practitioner === undefined) throw new RangeError(`The demo authority has no practitioner ${id}.`);
  return practitioner;
}

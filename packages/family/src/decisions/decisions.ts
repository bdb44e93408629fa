import type { AnyDecision, CommandOf } from '@caseweave/model';
import { allocate } from './allocate.ts';
import { appointLead } from './appoint-lead.ts';
import { barFromFamily, barFromPerson } from './bar.ts';
import { endFamilyAccess, endPersonAccess } from './end-access.ts';
import { followDirectory } from './follow-directory.ts';
import { grantFamilyAccess, grantPersonAccess } from './grant-access.ts';
import { joinTeam } from './join-team.ts';
import { leaveTeam } from './leave-team.ts';
import { protectLocation } from './protect-location.ts';
import { registerFamily } from './register-family.ts';
import { registerPerson } from './register-person.ts';

/** Everything that is decided about families and persons. */
export const decisions = [
  registerFamily,
  registerPerson,
  joinTeam,
  leaveTeam,
  allocate,
  appointLead,
  grantFamilyAccess,
  endFamilyAccess,
  barFromFamily,
  grantPersonAccess,
  endPersonAccess,
  barFromPerson,
  protectLocation,
  followDirectory,
] as const satisfies readonly AnyDecision[];

/** What is to be decided about a family or a person, as an app says it. */
export type EarlyHelpCommand = CommandOf<(typeof decisions)[number]>;

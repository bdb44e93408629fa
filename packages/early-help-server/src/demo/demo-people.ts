import type { DemoPeople } from '@caseweave/server';
import { agencyName } from './family-case.ts';
import { familyAccountIds } from './family-account-ids.ts';
import { hubs } from './places.ts';
import { practitioners } from './practitioners.ts';

/** Somebody whom one may sign in as, in words for a list. */
interface ListedPractitioner {
  readonly id: string;
  readonly name: string;
  readonly hub: string;
  readonly agency: string;
  readonly role: string;
}

const hubNames = new Map<string, string>(hubs.map(({ id, name }) => [id, name]));

/** Whom one may sign in as in the demo: every practitioner, and three of the families' own people, who are not listed. */
export const demoPeople: DemoPeople = {
  listed: practitioners.map(({ id, name, hub, agency, job }): ListedPractitioner => ({
    id,
    name,
    hub: hubNames.get(hub) ?? hub,
    agency: agencyName(agency),
    role: job,
  })),
  unlisted: familyAccountIds,
};

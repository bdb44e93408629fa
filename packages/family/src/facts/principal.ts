import { z } from 'zod';
import { agencyKinds, type AgencyKind } from '../code-lists/agency-kinds.ts';
import { roles, type Role } from '../code-lists/roles.ts';

/** Somebody who signed in. */
export interface Principal {
  readonly id: string;
  readonly kind: 'practitioner' | 'family-adult' | 'young-person';
  readonly agency: { readonly id: string; readonly kind: AgencyKind } | null;
  readonly roles: readonly Role[];
  readonly hub: string | null;
  /** The person whom a member of a family is: the id of their person record. */
  readonly person?: string;
}

export const principalSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['practitioner', 'family-adult', 'young-person']),
    agency: z
      .object({ id: z.string(), kind: z.literal([...agencyKinds.codes]) })
      .readonly()
      .nullable(),
    roles: z.array(z.literal([...roles.codes])).readonly(),
    hub: z.string().nullable(),
    person: z.string().exactOptional(),
  })
  .readonly();

/** Whether somebody decides for a hub: its managers and coordinators do. */
const manages = (who: Principal): boolean => who.roles.includes('manager') || who.roles.includes('hub_coordinator');

/** The hub that somebody decides for; null where there is none. */
export const managedHub = (who: Principal): string | null => (manages(who) ? who.hub : null);

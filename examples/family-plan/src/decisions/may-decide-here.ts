import type { Principal } from '@caseweave/family';
import type { NamedWho } from '@caseweave/model';
import type { FamilyFacts } from '../families/family-facts.ts';

/** What one may offer to decide about a family. The server judges; this only spares a button that it would refuse. */
export interface MayDecide {
  readonly team: boolean;
  readonly hub: boolean;
  readonly leave: boolean;
}

/** What somebody may decide about a family, as far as this device can tell. */
export function mayDecideHere(me: NamedWho<Principal> | null, { lead, hubId, team }: FamilyFacts): MayDecide {
  if (me === null) return { team: false, hub: false, leave: false };
  const { id, roles, hub } = me.who;
  const manages =
    hubId !== null && hub === hubId && roles.some((role) => role === 'manager' || role === 'hub_coordinator');
  return {
    team: lead === id || manages,
    hub: manages || (lead === id && hubId === null),
    leave: lead !== id && team.some((member) => member.id === id),
  };
}

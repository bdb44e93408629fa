import type { FamilyFacts, PersonFacts } from '@caseweave/family';
import type { RecordState } from '@caseweave/model';

/** What was decided about a record, as a store of version 8 kept it beside a decision. */
export interface Facts8 {
  readonly record: string;
  readonly kind: 'family' | 'person';
  readonly hub: string | null;
  readonly lead: string | null;
  readonly team: readonly Member8[];
  readonly grants: readonly Grant8[];
  readonly barred: readonly string[];
  readonly socialCareOpenTo: readonly string[];
  readonly persons: FamilyFacts['persons'];
  readonly protectedLocation: boolean;
  readonly voiceAudience: readonly string[];
  readonly families: readonly Facts8[];
}

interface Member8 {
  readonly principal: string;
  readonly from: number;
  readonly to: number | null;
  readonly visibleTo?: readonly string[];
  /** Whether the end came by itself; it stands in the tables alone. */
  readonly lapses?: boolean;
}

interface Grant8 {
  readonly principal: string;
  readonly section: string;
  readonly act: FamilyFacts['grants'][number]['act'] | 'decide';
  readonly from: number;
  readonly to: number | null;
}

/** A record of version 8 as it is decided today. Who the families of a person are follows from the families then. */
export function stateOf8(facts: Facts8, status = 'open'): RecordState<FamilyFacts> | RecordState<PersonFacts> {
  const { record, kind, barred } = facts;
  const linkedFrom = facts.families.map((family) => stateOf8(family));
  return kind === 'family'
    ? { record, kind, facts: familyFacts(facts, status), linkedFrom }
    : {
        record,
        kind,
        facts: {
          grants: grantsOf(facts),
          barred,
          protectedLocation: facts.protectedLocation,
          voiceAudience: facts.voiceAudience,
        },
        linkedFrom,
      };
}

const familyFacts = (facts: Facts8, status: string): FamilyFacts => ({
  status,
  hub: facts.hub,
  lead: facts.lead,
  team: facts.team.map(({ principal, from, to, visibleTo, lapses }) => ({
    principal,
    from,
    to,
    ...(to !== null && lapses === false && { isEnded: true as const }),
    ...(visibleTo !== undefined && { visibleTo }),
  })),
  grants: grantsOf(facts),
  barred: facts.barred,
  socialCareOpenTo: facts.socialCareOpenTo,
  persons: facts.persons,
});

// A grant to decide gave nothing: deciding goes with a place, and not with a grant.
const grantsOf = ({ grants }: Facts8): FamilyFacts['grants'] =>
  grants.flatMap(({ principal, section, act, from, to }) =>
    act === 'decide' ? [] : [{ principal, section, act, from, to }],
  );

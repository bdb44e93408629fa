import type { AgencyKind } from '../../code-lists/agency-kinds.ts';
import type { Role } from '../../code-lists/roles.ts';
import type { Act } from './act.ts';

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

/** Somebody's time in the team around a family; `to` is the first moment at which they are no longer in it. */
interface TeamMember {
  readonly principal: string;
  readonly from: number;
  readonly to: number | null;
  /** Who may know of them, by id, beside those who decide; null or absent: as is usual for their agency. */
  readonly visibleTo?: readonly string[] | null;
}

/** A right given to one person by name. */
interface Grant {
  readonly principal: string;
  readonly section: string;
  readonly act: Act;
  readonly from: number;
  readonly to: number | null;
}

/** Who is in a family; households are named only to tell who lives with whom. */
interface PersonInFamily {
  readonly person: string;
  readonly role: 'child' | 'adult';
  readonly household: string | null;
}

/** What was decided about a record, and so is never merged: the ground on which rights are judged. */
export interface RecordFacts {
  /** The record's id; the id of a person is the id of the person's record. */
  readonly record: string;
  readonly kind: 'family' | 'person';
  readonly hub: string | null;
  readonly lead: string | null;
  readonly team: readonly TeamMember[];
  readonly grants: readonly Grant[];
  /** Whom this record is closed to, whatever else they are. */
  readonly barred: readonly string[];
  /** The social workers of the open case. */
  readonly socialCareOpenTo: readonly string[];
  /** Of a family: its people. */
  readonly persons: readonly PersonInFamily[];
  /** Of a person: whether where they are is known to named people only. */
  readonly protectedLocation: boolean;
  /** Of a person: whom they chose to hear their words. */
  readonly voiceAudience: readonly string[];
  /** Of a person: the families they are in. */
  readonly families: readonly RecordFacts[];
}

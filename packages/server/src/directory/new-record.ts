import type { Act, PersonInFamily } from '@caseweave/family';

/** A record to be registered. Its id is made by whoever registers it: 22 characters of 16 random bytes. */
export interface NewRecord {
  readonly record: string;
  readonly kind: 'family' | 'person';
  readonly hub?: string | null;
  readonly lead?: string | null;
  /** Of a family: who is in its team, the lead among them: from now on, or in the time given. */
  readonly team?: readonly (string | NewMembership)[];
  /** Of a family: its people; their records are registered together with it or before it. */
  readonly persons?: readonly PersonInFamily[];
  readonly grants?: readonly { readonly principal: string; readonly section: string; readonly act: Act }[];
  readonly barred?: readonly string[];
  readonly socialCareOpenTo?: readonly string[];
  readonly protectedLocation?: boolean;
  readonly voiceAudience?: readonly string[];
}

/** Somebody's time in a team; `to` is the first moment at which they are no longer in it. */
export interface NewMembership {
  readonly principal: string;
  readonly from: number;
  readonly to: number | null;
}

import type { FamilyFacts } from '@caseweave/family';

/** What one person wrote in one go, as the bytes that their device would have sent. */
export interface AuthoredUpdate {
  /** The id of the practitioner. */
  readonly author: string;
  readonly client: number;
  /** When, in milliseconds. */
  readonly at: number;
  readonly update: Uint8Array;
}

/** A section with what was written in it, in an order in which it can be applied. */
export interface DemoSection {
  readonly name: string;
  readonly authored: readonly AuthoredUpdate[];
}

/** A record of the demo authority: what is decided about it, and what is written in it. */
export interface DemoRecord {
  readonly record: string;
  readonly kind: 'family' | 'person';
  readonly hub: string | null;
  readonly lead: string | null;
  readonly team: FamilyFacts['team'];
  readonly grants: FamilyFacts['grants'];
  readonly socialCareOpenTo: readonly string[];
  readonly persons: FamilyFacts['persons'];
  readonly protectedLocation: boolean;
  readonly voiceAudience: readonly string[];
  readonly sections: readonly DemoSection[];
}

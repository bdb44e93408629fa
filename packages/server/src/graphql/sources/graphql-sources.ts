import type { AgencyKind, Principal, RecordFacts } from '@caseweave/family';
import type { Json } from '@caseweave/record';
import type * as Y from 'yjs';
import type { CaseloadSource } from './caseload-source.ts';
import type { ContentEdits } from './content-edits.ts';
import type { DecisionsSource } from './decisions-source.ts';
import type { Following } from './following.ts';
import type { SectionFacts } from './section-facts.ts';
import type { Versions } from './versions.ts';

/** Who a request speaks for, and when it was asked: rights are judged at this moment. */
export interface SignedIn {
  readonly principal: Principal;
  readonly at: number;
  /** When the token runs out. */
  readonly expiresAt: number;
}

/** A hub, as the directory has it. */
export interface HubFacts {
  readonly id: string;
  readonly name: string;
}

/** An agency, as the directory has it. */
export interface AgencyFacts {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

/** A person who works with families, as the directory has them. */
export interface PractitionerFacts {
  readonly id: string;
  readonly name: string;
  readonly agency: string | null;
  /** What sort of agency that is: of some, only few may know that they work with a family. */
  readonly agencyKind: AgencyKind | null;
  readonly hub: string | null;
  readonly roles: readonly string[];
}

/** Who is behind a client id, whoever asks: what a reader is told of them is another matter. */
export interface DocumentAuthor {
  readonly id: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly worksFor: Principal['agency'];
}

/** A section's document, loaded, and who is behind each client id in it. */
export interface SectionDocument {
  readonly doc: Y.Doc;
  authorOf(client: number): DocumentAuthor | undefined;
}

/**
 * Everything that GraphQL reads, and the way its edits go.
 *
 * Each function takes all the ids that a page needs and asks the database a fixed number of times, so a page costs the
 * same number of statements whether it has one family or fifty. None of them judges rights: `Viewer` does, for all.
 */
export interface GraphQLSources extends CaseloadSource, ContentEdits, DecisionsSource, Following, Versions {
  /** Finds who a bearer token speaks for; undefined where it is not good, whatever the reason. */
  authenticate(token: string): Promise<SignedIn | undefined>;
  hubs(): Promise<readonly HubFacts[]>;
  agencies(ids: readonly string[]): Promise<ReadonlyMap<string, AgencyFacts>>;
  practitioners(ids: readonly string[]): Promise<ReadonlyMap<string, PractitionerFacts>>;
  facts(records: readonly string[]): Promise<ReadonlyMap<string, RecordFacts>>;
  sections(records: readonly string[]): Promise<readonly SectionFacts[]>;
  /** What lists show of sections, as `project` of the family package makes it. */
  projections(sections: readonly string[]): Promise<ReadonlyMap<string, Json>>;
  documents(sections: readonly string[]): Promise<ReadonlyMap<string, SectionDocument>>;
}

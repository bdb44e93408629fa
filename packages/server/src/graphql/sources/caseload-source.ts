import type { Principal } from '@caseweave/family';

/** Where a family stands in the order of a caseload: by its next review, then by its id. */
export interface Standing {
  readonly nextReviewOn: string | null;
  readonly record: string;
}

/** What to keep of the families on somebody's shelves; null keeps all. */
export interface ShelvedFilter {
  readonly hub: string | null;
  readonly lead: string | null;
  readonly dueBefore: string | null;
  /** The highest level among the open needs. */
  readonly levels: readonly number[] | null;
}

/** A family with the names by which it may be searched for. */
export interface ShelvedNames extends Standing {
  readonly name: string | null;
  readonly people: readonly { readonly person: string; readonly name: string | null }[];
}

/**
 * The families that may concern a principal and have a shared plan, in the order of a caseload: a superset of what they
 * may read, told from stored projections. Who may read them is another matter.
 */
export interface CaseloadSource {
  shelved(
    principal: Principal,
    filter: ShelvedFilter,
    page: { readonly after: Standing | null; readonly limit: number | null },
  ): Promise<readonly Standing[]>;
  shelvedNames(principal: Principal, filter: ShelvedFilter): Promise<readonly ShelvedNames[]>;
}

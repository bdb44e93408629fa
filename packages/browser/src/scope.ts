/** Whose caseload it is, and of which authority: stores, locks and channels of different ones never meet. */
export interface Scope {
  /** Names the authority, such as its host. */
  readonly authority: string;
  /** The id of the person who is signed in. */
  readonly principal: string;
}

/** The name that all tabs of one person and authority share. */
export const scopeName = ({ authority, principal }: Scope): string =>
  `caseweave ${encodeURIComponent(authority)} ${encodeURIComponent(principal)}`;

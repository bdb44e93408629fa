/** Whether two forms are about the same member. */
export const isAboutSame = (mine: { readonly who: string }, theirs: unknown): boolean =>
  typeof theirs === 'object' && theirs !== null && 'who' in theirs && theirs.who === mine.who;

/** The channel that wakes the nodes of an authority after a commit. */
export const channelOf = (authority: string): string => `caseweave_${authority}`;

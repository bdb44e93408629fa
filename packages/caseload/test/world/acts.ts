import type { Acts } from '@caseweave/protocol';

export const writing: Acts = { read: true, write: true, append: true };
export const reading: Acts = { read: true, write: false, append: false };

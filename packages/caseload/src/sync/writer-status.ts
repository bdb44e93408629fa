import type { ClientStatus } from '@caseweave/protocol';
import type { Mirror } from '../stored/mirror.ts';
import type { WriterStatus } from '../tabs/tab-message.ts';

/** How the connection looks from the tab that holds it. */
export const writerStatus = (
  mirror: Mirror,
  { connection, since, stopped, firstSync }: ClientStatus,
): WriterStatus => ({
  connection,
  since,
  why: stopped?.words ?? null,
  firstSync: firstSync ?? missing(mirror),
});

/** Until the whole caseload has come once, an empty list does not mean that there is nothing. */
function missing({ cursor, sections }: Mirror): WriterStatus['firstSync'] {
  const have = Array.from(sections.values()).filter(({ held }) => held).length;
  return cursor === null ? { have, of: sections.size } : null;
}

import type { Provenance } from '@caseweave/record';

/** Who wrote something; of what somebody restored, also who wrote it first, so that nothing is another's in silence. */
export function authorWords({ author, firstAuthor, of }: Pick<Provenance, 'author' | 'firstAuthor' | 'of'>): string {
  const who = author === undefined ? 'Somebody' : [author.name, author.organisation].filter(Boolean).join(', ');
  if (of === undefined || (author !== undefined && author.id === firstAuthor?.id)) return who;
  return `Restored by ${who}, first written by ${firstAuthor?.name ?? 'somebody else'}`;
}

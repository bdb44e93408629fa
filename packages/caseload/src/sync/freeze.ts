import type { BatchResult, SectionId } from '@caseweave/protocol';
import type { Attention, NumberedEntry } from '../stored/rows.ts';

/** What a batch that was not taken means for those that wait. */
export interface Frozen {
  /** The entries that will not go forward, the batch itself first. */
  readonly entries: readonly { readonly entry: NumberedEntry; readonly attention: Attention }[];
  /** The sections that are rebuilt from what the server has. */
  readonly sections: ReadonlySet<SectionId>;
}

/**
 * Finds what follows a batch that was not taken: every later entry of its sections, since it may build on what the
 * server has not, and of the sections of those entries in turn.
 */
export function freeze(
  entries: readonly NumberedEntry[],
  batch: number,
  result: Exclude<BatchResult, { readonly type: 'taken' }>,
): Frozen {
  const sections = new Set<SectionId>();
  const frozen: { entry: NumberedEntry; attention: Attention }[] = [];
  for (const entry of entries) {
    if (entry.batch < batch || entry.attention !== null) continue;
    const isFirst = entry.batch === batch;
    if (!isFirst && !entry.parts.some(({ section }) => sections.has(section))) continue;
    for (const { section } of entry.parts) sections.add(section);
    frozen.push({ entry, attention: isFirst ? attentionOf(result) : { code: 'followed', detail: null } });
  }
  return { entries: frozen, sections };
}

const attentionOf = (result: Exclude<BatchResult, { readonly type: 'taken' }>): Attention => ({
  code: result.type,
  detail: result.type === 'behind' ? null : result.code,
});

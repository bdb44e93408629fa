import type { Acts, BatchResult, SectionId } from '@caseweave/protocol';
import { type Attention, isWaiting, type NumberedEntry, partsOf, type WaitingEntry } from '../stored/rows.ts';

/** An entry that does not go forward, and why. */
export interface Stopped {
  readonly entry: WaitingEntry;
  readonly attention: Attention;
}

/** What an entry that was not taken means for those that wait. */
export interface Frozen {
  /** The entries that will not go forward, the one that was not taken first. */
  readonly entries: readonly Stopped[];
  /** The sections that are rebuilt from what the server has. */
  readonly sections: ReadonlySet<SectionId>;
}

/**
 * Finds what follows an entry that was not taken: every entry that needs it, every later one of its sections, since it
 * may build on what the server has not, and what needs or follows those in turn.
 */
export function freeze(entries: readonly NumberedEntry[], batch: number, why: Attention): Frozen {
  const sections = new Set<SectionId>();
  const stopped = new Set<number>();
  const frozen: Stopped[] = [];
  const attentionOf = (entry: WaitingEntry): Attention | null => {
    if (entry.batch === batch) return why;
    if (entry.needs.some((need) => stopped.has(need))) return { code: 'needed', detail: null };
    if (partsOf(entry).some(({ section }) => sections.has(section))) return { code: 'followed', detail: null };
    return null;
  };
  for (const entry of entries) {
    if (entry.batch < batch || !isWaiting(entry)) continue;
    const attention = attentionOf(entry);
    if (attention === null) continue;
    stopped.add(entry.batch);
    for (const { section } of partsOf(entry)) sections.add(section);
    frozen.push({ entry, attention });
  }
  return { entries: frozen, sections };
}

/** The outcome of an entry that was not taken, as it is kept with it. */
export function attentionOf(result: Exclude<BatchResult, { readonly type: 'taken' }>): Attention {
  switch (result.type) {
    case 'behind':
      return { code: 'behind', detail: null };
    case 'not-decided':
      return { code: 'not-decided', detail: result.code, words: result.words, stands: result.stands };
    case 'held':
    case 'refused':
      return { code: result.type, detail: result.code };
  }
}

/**
 * Whether the server keeps back whatever this person, or this version of the app, writes in the section of the part that
 * decided: to try what followed there again would only cost a clientID each time. Who may append may yet do that.
 */
export const isShut = (result: BatchResult, acts: Acts): boolean =>
  result.type === 'held' &&
  (result.code === 'old-epoch' ||
    result.code === 'old-version' ||
    (result.code === 'not-allowed' && (acts.write || !acts.append)));

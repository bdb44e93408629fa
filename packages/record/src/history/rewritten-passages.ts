import * as Y from 'yjs';
import { planOf } from '../schema/define-section.ts';
import type { SectionSchema } from '../schema/section-schema.ts';
import { existingText } from '../yjs-internals.ts';
import { appliesWhole } from './apply-row.ts';
import type { HistoryRow } from './history-row.ts';
import { passagesIn } from './passages-in.ts';
import type { RewrittenPassage } from './rewritten-passage.ts';
import { RowsOfText } from './rows-of-text.ts';

/** Passages that were found; up to a row that could not be applied, if there is one. */
export interface RewrittenPassages {
  readonly passages: readonly RewrittenPassage[];
  readonly brokenAt?: number;
}

/**
 * Finds passages that two people rewrote at once: one replaced words, while the other replaced some of the same words
 * or wrote among them. It is found from the rows of the log and the bases on which they were written, since of a
 * document alone nobody can tell what its writers had seen.
 */
export function rewrittenPassages(schema: SectionSchema, rows: readonly HistoryRow[]): RewrittenPassages {
  // Deleted words are wanted too.
  const doc = new Y.Doc({ gc: false });
  const applied: HistoryRow[] = [];
  let brokenAt: number | undefined;
  for (const row of rows) {
    if (!appliesWhole(doc, row.update)) {
      brokenAt = row.seq;
      break;
    }
    applied.push(row);
  }
  const ofText = new RowsOfText(applied);
  const { textPaths } = planOf(schema);
  const passages = [...doc.share.keys()].flatMap((name) => {
    const slash = name.indexOf('/');
    const [path, entity] = [name.slice(0, slash), name.slice(slash + 1)];
    const text = textPaths.has(path) ? existingText(doc, name) : undefined;
    return text === undefined ? [] : passagesIn(text, ofText).map((passage) => ({ path, entity, ...passage }));
  });
  return { passages, ...(brokenAt !== undefined && { brokenAt }) };
}

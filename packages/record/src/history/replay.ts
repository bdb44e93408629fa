import * as Y from 'yjs';
import { ClaimIndex } from '../claims/claim-index.ts';
import type { Entity } from '../claims/entity.ts';
import { planOf, type SectionSchema } from '../schema/define-section.ts';
import { buildRow } from '../view/row-builder.ts';
import { Resolver } from '../view/resolver.ts';
import { appliesWhole } from './apply-row.ts';
import { changesOf, type Known } from './changes-of.ts';
import type { HistoryRow, HistoryStep, Replayed } from './history-row.ts';

/**
 * Says what each row of a log changed, in fields' words. A row costs what it changed, however long the section is.
 *
 * @param since - leaves out what was changed by rows up to this number; they are read all the same
 */
export function replay(
  schema: SectionSchema,
  rows: readonly HistoryRow[],
  { since = Number.NEGATIVE_INFINITY }: { readonly since?: number } = {},
): Replayed {
  const doc = new Y.Doc();
  const index = new ClaimIndex(planOf(schema), doc);
  const resolver = new Resolver(index, () => []);
  const known = new Map<Entity, Known>();
  doc.on('afterTransaction', (transaction: Y.Transaction) => index.absorb(transaction));
  const steps: HistoryStep[] = [];
  for (const { seq, at, author, update } of rows) {
    if (!appliesWhole(doc, update)) return { steps, brokenAt: seq };
    // Everything is read before anything is said: a change may name a row that came with it.
    const touched = [...index.changed].map((entity) => {
      const before = known.get(entity);
      const after = buildRow(index, entity, before?.basis);
      known.set(entity, after);
      return { entity, before, after };
    });
    index.changed.clear();
    if (seq <= since) continue;
    const changes = touched.flatMap(({ entity, before, after }) => changesOf(entity, before, after, resolver));
    if (changes.length > 0) steps.push({ seq, at, ...(author !== undefined && { author }), changes });
  }
  return { steps };
}

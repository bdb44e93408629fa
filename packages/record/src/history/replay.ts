import * as Y from 'yjs';
import { ClaimIndex } from '../entities/claim-index.ts';
import type { Entity } from '../entities/entity.ts';
import { planOf } from '../schema/define-section.ts';
import type { SectionSchema } from '../schema/section-schema.ts';
import { buildRow } from '../view/row-builder.ts';
import { Resolver } from '../view/resolver.ts';
import { appliesWhole } from './apply-row.ts';
import { changesOf, type Known } from './changes-of.ts';
import type { HistoryRow, HistoryStep, Replayed } from './history-row.ts';

/**
 * Says what each row of a log changed, in fields' words. A row costs what it changed, however long the section is; one
 * that changed a text costs reading that text.
 *
 * @param since - leaves out what was changed by rows up to this number; they are applied all the same, which costs little
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
  /** What is different, by entity, since it was last asked. */
  const look = () => {
    const touched = [...index.changed].map((entity) => {
      const before = known.get(entity);
      const after = buildRow(index, entity, before?.basis);
      known.set(entity, after);
      return { entity, before, after };
    });
    index.changed.clear();
    return touched;
  };
  for (const { seq, at, author, update } of rows) {
    // Of rows that are left out it counts where they ended.
    if (seq > since && index.changed.size > 0) look();
    if (!appliesWhole(doc, update)) return { steps, brokenAt: seq };
    if (seq <= since) continue;
    // Everything is read before anything is said: a change may name a row that came with it.
    const changes = look().flatMap(({ entity, before, after }) => changesOf(entity, before, after, resolver));
    if (changes.length > 0) steps.push({ seq, at, ...(author !== undefined && { author }), changes });
  }
  return { steps };
}

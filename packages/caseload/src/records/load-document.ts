import type { SectionId } from '@caseweave/protocol';
import * as Y from 'yjs';
import type { CaseloadCore } from '../core.ts';
import type { StoreChange } from '../stored/change.ts';
import type { SectionRow } from '../stored/rows.ts';
import { applyAll, buildBase } from '../documents/build-document.ts';
import { clocksOf, inCausalOrder } from '../documents/causal.ts';
import type { LoadedDocument } from '../documents/section-document.ts';

/** So many base rows of one section are put together into one when they are read. */
const mergeFrom = 16;

/** What was found of a section in the store. */
export type Loaded =
  | { readonly type: 'loaded'; readonly document: LoadedDocument; readonly merge: StoreChange | null }
  /** It cannot be read and is to be fetched again. */
  | { readonly type: 'damaged' };

/** Reads a section from the store into a document: what the server has, and on top of it what is still to be sent. */
export async function loadDocument(
  core: CaseloadCore,
  row: SectionRow,
  client: number | null,
  rowsToMerge = mergeFrom,
): Promise<Loaded> {
  const rows = await core.options.store.base(row.section);
  const base = buildBase(rows);
  if (base.type === 'damaged') return base;
  const { doc, merged } = base;
  const merge: StoreChange | null =
    merged.length >= rowsToMerge
      ? { type: 'merge', section: row.section, rows: merged, update: Y.encodeStateAsUpdate(doc) }
      : null;
  const unsent = core.mirror.unsentIn(row);
  const { ready, waiting } = inCausalOrder(
    clocksOf(doc),
    unsent.map(({ update }) => update),
  );
  applyAll(doc, ready);
  return { type: 'loaded', document: { doc, waiting: [...base.waiting, ...waiting], client }, merge };
}

/** The changes that make a damaged section be fetched again with the next manifest; everything else stays. */
export function refetch(core: CaseloadCore, section: SectionId): readonly StoreChange[] {
  const row = core.mirror.sections.get(section);
  if (row === undefined) return [];
  return [
    { type: 'clear-base', section },
    { type: 'section', section: { ...row, held: false } },
    { type: 'cursor', cursor: null },
  ];
}

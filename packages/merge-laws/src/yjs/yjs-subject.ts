import type { Json } from '@caseweave/record';
import type fc from 'fast-check';
import type * as Y from 'yjs';
import type { Law } from '../laws.ts';
import type { Fact, NewFact } from '../oracle/ledger.ts';
import type { EditMoment, EditResult, Replica, Setting, Subject } from '../subject.ts';
import type { EditSource, RandomSource } from '../history/edit-source.ts';
import { canonicalText } from '../values/canonical.ts';

/**
 * What an edit means to the person who makes it, as far as it must not be lost: a value is set in place of those that were
 * shown, added beside them, or removed. Cells are named by the adapter.
 */
export type Meaning =
  | { readonly does: 'set' | 'add' | 'remove'; readonly cell: string; readonly value: Json }
  | { readonly does: 'clear'; readonly cell: string };

/** How the kit works with an app's document: open, edit, view, and what an edit means. */
export interface YjsAdapter<Edit, App> {
  readonly name: string;
  /** The laws to hold it to; without it those on convergence, storage, order and clocks, and with `meaning` all on loss. */
  readonly laws?: readonly Law[];
  /** Edits as plain data; few different ones, so that they collide. */
  readonly edits: fc.Arbitrary<Edit>;
  /** Opens the app's own object on a document. */
  open(doc: Y.Doc, setting: Setting): App;
  /** Makes an edit, as the app does. What it throws is an error that the app's user would see. */
  edit(app: App, edit: Edit): void;
  /** What the app shows, as plain data. */
  view(app: App): unknown;
  /** What an edit means, of an app that is about to make it; none for an edit that has nothing to do. */
  meaning?(app: App, edit: Edit): readonly Meaning[] | undefined;
  /** The values that the app shows in a cell. */
  kept?(app: App, cell: string): readonly Json[];
  undo?(app: App): boolean;
  redo?(app: App): boolean;
  close?(app: App): void;
  words?(edit: Edit): string;
}

/** A replica of an app's document, with the app's own object on it. */
export interface YjsReplica<App> extends Replica {
  readonly app: App;
}

/** A Yjs document without our records as what the laws are checked of. */
export function yjsSubject<Edit, App>(adapter: YjsAdapter<Edit, App>): Subject<Edit, YjsReplica<App>> {
  const { meaning, kept, close, undo } = adapter;
  const usual: readonly Law[] = [
    1,
    5,
    7,
    8,
    ...(meaning === undefined ? [] : ([2, 3] as const)),
    ...(undo === undefined ? [] : ([10] as const)),
  ];
  const reverse = (verb: 'undo' | 'redo') => (replica: YjsReplica<App>, moment: EditMoment) =>
    reversed(adapter, verb, replica, moment);
  return {
    type: 'subject',
    name: adapter.name,
    laws: adapter.laws ?? usual,
    versions: 1,
    source: drawnFrom(adapter.edits),
    open: (setting) => ({
      doc: setting.doc,
      app: adapter.open(setting.doc, setting),
      close() {
        close?.(this.app);
      },
    }),
    edit: (replica, edit, moment) => editApp(adapter, replica, edit, moment),
    ...(undo !== undefined && { undo: reverse('undo'), redo: reverse('redo') }),
    view: ({ app }) => adapter.view(app),
    kept: ({ app }, cell) => kept?.(app, cell),
    isOwn: (_replica, { local, origin }) => local && origin !== 'network',
    words: (edit) => adapter.words?.(edit) ?? JSON.stringify(edit),
  };
}

function editApp<Edit, App>(
  adapter: YjsAdapter<Edit, App>,
  { app }: YjsReplica<App>,
  edit: Edit,
  moment: EditMoment,
): EditResult {
  const meanings = adapter.meaning === undefined ? [] : adapter.meaning(app, edit);
  if (meanings === undefined) return { type: 'skipped' };
  adapter.edit(app, edit);
  const adds: NewFact[] = [];
  const removes: Fact[] = [];
  for (const meaning of meanings) {
    const live = moment.ledger.live(moment.now, meaning.cell);
    const isIt = ({ text }: Fact): boolean => meaning.does !== 'clear' && text === canonicalText(meaning.value);
    removes.push(...(meaning.does === 'set' || meaning.does === 'clear' ? live : live.filter(isIt)));
    if (meaning.does === 'set' || meaning.does === 'add') adds.push({ cell: meaning.cell, value: meaning.value });
  }
  return { type: 'accepted', adds, removes };
}

/** What others wrote must be there after an undo as it was before; what comes of one's own, the app itself says. */
function reversed<Edit, App>(
  { kept, undo, redo }: YjsAdapter<Edit, App>,
  verb: 'undo' | 'redo',
  { app }: YjsReplica<App>,
  { ledger, now, index }: EditMoment,
): EditResult {
  const act = verb === 'undo' ? undo : redo;
  if (act?.(app) !== true) return { type: 'skipped' };
  const adds: NewFact[] = [];
  const removes: Fact[] = [];
  for (const cell of ledger.cells.keys()) {
    const after = kept?.(app, cell);
    if (after === undefined) continue;
    const texts = after.map(canonicalText);
    for (const fact of ledger.live(now, cell)) {
      if (texts.includes(fact.text)) continue;
      if (fact.replica !== index) {
        const says = `an ${verb} took away what somebody else wrote in ${cell}`;
        return { type: 'broken', law: 10, says, path: cell, expected: fact.value, found: after };
      }
      removes.push(fact);
    }
    const live = ledger.live(now, cell).map(({ text }) => text);
    for (const value of after) if (!live.includes(canonicalText(value))) adds.push({ cell, value });
  }
  return { type: 'accepted', adds, removes };
}

function drawnFrom<Edit>(edits: fc.Arbitrary<Edit>): EditSource<Edit> {
  return {
    begin: (random: RandomSource) => ({ start: () => [], next: () => random.draw(edits) }),
    *shrink(edit) {
      if (!edits.canShrinkWithoutContext(edit)) return;
      for (const simpler of edits.shrink(edit, undefined)) yield simpler.value;
    },
  };
}

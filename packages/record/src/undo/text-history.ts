import * as Y from 'yjs';
import type { ClaimIndex } from '../entities/claim-index.ts';
import { eachChangedRoot } from '../yjs-internals.ts';

/** What one transaction of this device did to texts. */
export interface TextChange {
  readonly item: Y.UndoManager['undoStack'][number];
  /** The names of the root texts that it changed. */
  readonly names: ReadonlySet<string>;
}

/**
 * What this device did to the texts of a section, and how to take it back. Yjs's own undo manager knows how to take back
 * characters beside those of others; the order of things, with what was not typed among them, is kept elsewhere.
 */
export class TextHistory {
  readonly #index: ClaimIndex;
  readonly #manager: Y.UndoManager;
  readonly #note: (transaction: Y.Transaction, change: TextChange) => void;

  /**
   * @param isOwn - tells this device's own transactions
   * @param note - is told of each of these that changed a text, when it is over
   */
  constructor(
    index: ClaimIndex,
    isOwn: (transaction: Y.Transaction) => boolean,
    note: (transaction: Y.Transaction, change: TextChange) => void,
  ) {
    this.#index = index;
    this.#note = note;
    this.#manager = new Y.UndoManager([], {
      doc: index.doc,
      // Each transaction is a change of its own: what belongs together is decided by the clock that was handed in.
      captureTimeout: 0,
      captureTransaction: (transaction) => {
        if (!isOwn(transaction)) return false;
        this.#manager.addTrackedOrigin(transaction.origin);
        this.#manager.addToScope(textsOf(index, transaction));
        return true;
      },
    });
    // After the manager's own listener, which has just put the change on its stack.
    index.doc.on('afterTransaction', this.#take);
  }

  /** Takes changes back, in these texts, within a transaction that is open; tells whether anything was left to do. */
  takeBack(changes: readonly TextChange[], names: ReadonlySet<string>): boolean {
    const { scope } = this.#manager;
    this.#manager.scope = Array.from(names, (name) => this.#index.doc.getText(name));
    let changed = false;
    for (const { item } of changes.toReversed()) {
      this.#manager.undoStack = [item];
      changed = this.#manager.undo() !== null || changed;
    }
    this.#manager.undoStack = [];
    this.#manager.scope = scope;
    return changed;
  }

  /** Forgets changes, so that Yjs may drop the deleted words it has kept for them. */
  forget(changes: readonly TextChange[]): void {
    this.#manager.undoStack = changes.map(({ item }) => item);
    this.#manager.clear(true, false);
  }

  close(): void {
    this.#index.doc.off('afterTransaction', this.#take);
    this.#manager.destroy();
  }

  readonly #take = (transaction: Y.Transaction): void => {
    const item = this.#manager.undoStack.pop();
    if (item === undefined) return;
    const names = new Set(textsOf(this.#index, transaction).map((text) => Y.findRootTypeKey(text)));
    this.#note(transaction, { item, names });
  };
}

function textsOf({ plan, doc }: ClaimIndex, transaction: Y.Transaction): Y.Text[] {
  const texts: Y.Text[] = [];
  eachChangedRoot(transaction, (name) => {
    if (plan.textPaths.has(name.slice(0, name.indexOf('/')))) texts.push(doc.getText(name));
  });
  return texts;
}

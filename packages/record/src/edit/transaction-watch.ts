import type * as Y from 'yjs';
import type { ClaimIndex } from '../entities/claim-index.ts';
import { isMarked, markVersions } from './mark-versions.ts';
import { keepFormats } from '../yjs-internals.ts';

/** What a section knows of transactions of its own. */
export interface OwnTransactions {
  /** The section: the origin of what it writes by itself. */
  readonly origin: object;
  /** Whether a transaction is that of a bound editor. */
  isBound(transaction: Y.Transaction): boolean;
  /** Whether a transaction is this section's own, as it turned out. */
  isOwn(transaction: Y.Transaction): boolean;
  /** Hears what listeners throw; without it, that is thrown. */
  readonly report: ((error: unknown) => void) | undefined;
}

/** Follows the transactions of a document: keeps the index up, notes the version of whoever types, tells listeners. */
export class TransactionWatch {
  readonly #index: ClaimIndex;
  readonly #own: OwnTransactions;
  readonly #running = new Set<Y.Transaction>();
  readonly #listeners = new Set<() => void>();
  #announced: number;
  #closed = false;

  constructor(index: ClaimIndex, own: OwnTransactions) {
    this.#index = index;
    this.#own = own;
    this.#announced = index.revision;
    index.doc.on('beforeTransaction', this.#begin);
    index.doc.on('afterTransaction', this.#end);
  }

  /** Whether a transaction has begun whose changes the index does not hold yet. */
  get isRunning(): boolean {
    return this.#running.size > 0;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  subscribe(listener: () => void): () => void {
    // Wrapped, so that one function subscribed twice is two subscriptions.
    const own = (): void => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  /**
   * Takes in a transaction of this section's own at once. Yjs puts off its event where the edit was made by a listener
   * of another transaction; the next edit and the next view must not wait for it.
   */
  absorb(transaction: Y.Transaction): void {
    if (this.release(transaction)) this.#index.absorb(transaction);
  }

  /** Counts a transaction as taken in; tells whether it was not before. */
  release(transaction: Y.Transaction): boolean {
    return this.#running.delete(transaction);
  }

  close(): void {
    this.#closed = true;
    this.#listeners.clear();
    this.#index.doc.off('beforeTransaction', this.#begin);
    this.#index.doc.off('afterTransaction', this.#end);
  }

  readonly #begin = (transaction: Y.Transaction): void => {
    // In the editor's own transaction, so that no typing is ever without the version that typed it.
    if (this.#own.isBound(transaction)) markVersions(this.#index.doc, this.#index.plan.versionKeys);
    this.#running.add(transaction);
  };

  readonly #end = (transaction: Y.Transaction): void => {
    keepFormats(transaction);
    this.absorb(transaction);
    try {
      this.#tell();
    } finally {
      if (transaction.changed.size > 0 && this.#own.isOwn(transaction)) this.#markAfter();
    }
  };

  #tell(): void {
    if (this.#announced === this.#index.revision) return;
    this.#announced = this.#index.revision;
    const errors: unknown[] = [];
    for (const listener of Array.from(this.#listeners)) {
      try {
        listener();
      } catch (error) {
        errors.push(error);
      }
    }
    // One listener's mistake does not keep the others from hearing, nor does it go unheard itself.
    const { report } = this.#own;
    if (report !== undefined) errors.forEach(report);
    else if (errors.length > 0) throw errors[0];
  }

  /** What was not known to be own when it began is followed by the version that wrote it. */
  #markAfter(): void {
    const { doc, plan } = this.#index;
    if (isMarked(doc, plan.versionKeys)) return;
    doc.transact((transaction) => {
      markVersions(doc, plan.versionKeys);
      this.release(transaction);
    }, this.#own.origin);
  }
}

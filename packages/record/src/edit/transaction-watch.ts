import type * as Y from 'yjs';
import type { ClaimIndex } from '../entities/claim-index.ts';
import { markVersions } from './mark-versions.ts';
import { keepFormats } from '../yjs-internals.ts';

/** Follows the transactions of a document: keeps the index up, notes the version of whoever types, tells listeners. */
export class TransactionWatch {
  readonly #index: ClaimIndex;
  readonly #isBound: (transaction: Y.Transaction) => boolean;
  readonly #running = new Set<Y.Transaction>();
  readonly #listeners = new Set<() => void>();
  readonly #report: ((error: unknown) => void) | undefined;
  #announced: number;
  #closed = false;

  /**
   * @param isBound - tells whether a transaction is that of a bound editor
   * @param report - hears what listeners throw; without it, that is thrown
   */
  constructor(
    index: ClaimIndex,
    isBound: (transaction: Y.Transaction) => boolean,
    report: ((error: unknown) => void) | undefined,
  ) {
    this.#index = index;
    this.#isBound = isBound;
    this.#report = report;
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
    if (this.#isBound(transaction)) markVersions(this.#index.doc, this.#index.plan.versionKeys);
    this.#running.add(transaction);
  };

  readonly #end = (transaction: Y.Transaction): void => {
    keepFormats(transaction);
    this.absorb(transaction);
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
    if (this.#report !== undefined) errors.forEach(this.#report);
    else if (errors.length > 0) throw errors[0];
  };
}

import type * as Y from 'yjs';
import type { AuthorOf } from '../authors.ts';
import type { ClaimIndex } from '../entities/claim-index.ts';
import type { ClaimMeta } from '../claims/claim.ts';
import type { Refusal } from '../outcomes.ts';
import type { TransactionWatch } from './transaction-watch.ts';
import { Shown } from '../view/shown.ts';
import type { Viewer } from '../view/viewer.ts';
import type { Wrote } from './wrote.ts';
import { reasonFault } from './reason.ts';
import { Script } from './script.ts';

/** What an editor works on. */
export interface EditorContext {
  readonly index: ClaimIndex;
  readonly viewer: Viewer;
  readonly watch: TransactionWatch;
  /** The origin of its transactions: the section. */
  readonly origin: object;
  readonly now: () => number;
  readonly newId: () => string;
  readonly authorOf: AuthorOf;
  /** Hears what listeners of the document throw; without it, that is thrown. */
  readonly report: ((error: unknown) => void) | undefined;
}

/** Opens the scripts of one section's edits, and takes in what they wrote. */
export class Editor {
  readonly index: ClaimIndex;
  readonly origin: object;
  readonly #context: EditorContext;
  /** The script that was opened last. */
  #script: Script | undefined;

  constructor(context: EditorContext) {
    this.#context = context;
    this.index = context.index;
    this.origin = context.origin;
  }

  get doc(): Y.Doc {
    return this.index.doc;
  }

  /** What the section holds has changed when this has. */
  get revision(): number {
    return this.index.revision;
  }

  /** A script to collect an edit in, or why this is no moment for one. */
  open(basis: unknown, reason: string | undefined): Script | Refusal {
    const fault = this.unfit() ?? reasonFault(reason);
    if (fault !== undefined) return fault;
    const { index, viewer, newId } = this.#context;
    const isOwn = (client: number): boolean => this.#isOwn(client);
    const shown = basis === undefined ? undefined : Shown.from(basis);
    const isForeign = basis !== undefined && (shown === undefined || Shown.basisOf(shown).owner.plan !== index.plan);
    if (isForeign) return foreignBasis;
    this.#script = new Script({ index, viewer, basis: shown, newId, isOwn });
    return this.#script;
  }

  /** Why nothing can be written now, if that is so. */
  unfit(): Refusal | undefined {
    if (this.#context.watch.isClosed) return closed;
    if (this.#context.viewer.isMaking) return inView;
    if (this.#script?.isOver === false) return inTransaction;
    return this.#context.watch.isRunning ? inTransaction : undefined;
  }

  get viewer(): Viewer {
    return this.#context.viewer;
  }

  /** The device's time. */
  now(): number {
    return this.#context.now();
  }

  /** What this device says of a claim that it writes now. */
  meta(reason: string | undefined): ClaimMeta {
    const t = this.#context.now();
    return { ...(Number.isFinite(t) && { t }), ...(reason !== undefined && { why: reason }) };
  }

  /** Whether a client is this device's, or of the person who uses it. */
  #isOwn(client: number): boolean {
    const { clientID } = this.doc;
    const author = this.#context.authorOf(client);
    return client === clientID || (author !== undefined && author.id === this.#context.authorOf(clientID)?.id);
  }

  /** Tells of what a listener of the document threw; gives false where nobody hears of it. */
  told(error: unknown): boolean {
    this.#context.report?.(error);
    return this.#context.report !== undefined;
  }

  /** Takes in what a transaction of this editor has just written. */
  wrote({ writes, isMore, transaction, claims, strikes, struck }: Wrote): void {
    const { watch } = this.#context;
    if (writes.texts.length > 0 || isMore) {
      watch.absorb(transaction);
    } else if (watch.release(transaction)) {
      this.index.takeOwn(writes.superseded, claims, writes.claims);
      this.index.takeOwn([], strikes, struck);
    }
  }
}

const foreignBasis: Refusal = {
  code: 'foreign-basis',
  path: '',
  rule: 'the basis of an edit is a view of the section that is edited, by the same schema',
  remedy: 'Give the view that this section showed when the form was opened.',
};
const inTransaction: Refusal = {
  code: 'in-transaction',
  path: '',
  rule: 'an edit is a transaction of its own',
  remedy: 'Edit after the running transaction, for instance when a listener of this section is called.',
};
const inView: Refusal = {
  code: 'in-view',
  path: '',
  rule: 'a view is being made, and what makes it only reads',
  remedy: 'Edit when the view is there, and not in a validator, a rule for what stands, or words.',
};
const closed: Refusal = { code: 'closed', path: '', rule: 'this section is closed', remedy: 'Open it again.' };

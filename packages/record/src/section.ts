import * as Y from 'yjs';
import { type OnSectionError, tell } from './app-code.ts';
import type { AuthorOf } from './authors.ts';
import { ClaimIndex } from './entities/claim-index.ts';
import { noClaims } from './claims/claim.ts';
import type { EditChange } from './edit/at-once.ts';
import { rootDraft } from './edit/draft-root.ts';
import type { Draft } from './edit/draft.ts';
import { editOne } from './edit/edit-one.ts';
import type { EditOptions } from './edit/edit-options.ts';
import { Editor } from './edit/editor.ts';
import { RecordError, type EditOutcome, type Refusal } from './outcomes.ts';
import { provenanceOf, type Provenance } from './provenance.ts';
import type { Question } from './questions/question.ts';
import { QuestionList } from './questions/question-list.ts';
import { settleIn } from './questions/settle.ts';
import { planOf } from './schema/define-section.ts';
import type { SectionSchema } from './schema/section-schema.ts';
import type { SectionPlan } from './schema/plan.ts';
import { textAuthors, type AuthoredSpan } from './texts/text-authors.ts';
import { TransactionWatch } from './edit/transaction-watch.ts';
import { asDraft, asView } from './typed.ts';
import { isOtherRoot } from './yjs-internals.ts';
import type { Shown } from './view/shown.ts';
import { type Unshown, UnshownList } from './view/unshown-list.ts';
import type { View } from './view/view.ts';
import { Viewer } from './view/viewer.ts';

/** What a section needs from outside. */
export interface SectionOptions {
  /** The document, loaded, and with its client id set. Opening writes nothing in it. */
  readonly doc: Y.Doc;
  /** The device's time in milliseconds. It is shown, and decides nothing. */
  readonly now: () => number;
  /** Makes ids for new rows, such as `entityIds(random)`. */
  readonly newId: () => string;
  /** Finds the author behind a client id. */
  readonly authorOf: AuthorOf;
  /**
   * The other sections that this reader has open, by the name of their schema: where references lead. What is not among
   * them this reader may not see, and a reference to it shows nothing.
   */
  readonly others?: (section: string) => readonly Section<SectionSchema>[];
  /**
   * Hears what the app's functions throw: those of the schema, `authorOf`, and whoever listens to the section or to its
   * document. None of them keeps the section from being read or written.
   */
  readonly onError?: OnSectionError;
  /**
   * Tells, by its origin, what is brought into the document from elsewhere. With it, whatever else is written in the
   * document here counts as this section's own, by whichever editor, undo manager or hand; without it, only edits and what
   * was announced by `bindOrigin` do.
   */
  readonly isReceived?: (origin: unknown) => boolean;
}

/** A section of a record, open on its document: views of it, edits, and the questions that merging left open. */
export class Section<Schema extends SectionSchema> {
  readonly schema: Schema;
  readonly doc: Y.Doc;
  readonly #plan: SectionPlan;
  readonly #authorOf: AuthorOf;
  readonly #others: (section: string) => readonly Section<SectionSchema>[];
  readonly #index: ClaimIndex;
  readonly #viewer: Viewer;
  readonly #questions: QuestionList;
  readonly #unshown: UnshownList;
  readonly #watch: TransactionWatch;
  readonly #editor: Editor;
  readonly #bound = new Map<unknown, number>();
  readonly #isReceived: ((origin: unknown) => boolean) | undefined;
  readonly #stopHearing: () => void;

  constructor(schema: Schema, options: SectionOptions) {
    const { doc, now, newId, others = () => [], onError, isReceived } = options;
    if (!(doc instanceof Y.Doc)) {
      throw new RecordError(
        'foreign-yjs',
        'This document was made by another copy of Yjs: install one copy for all packages.',
      );
    }
    this.schema = schema;
    this.doc = doc;
    this.#plan = planOf(schema);
    this.#isReceived = isReceived;
    const report = onError === undefined ? undefined : (error: unknown) => tell(onError, 'listener', error);
    const authorOf = (this.#authorOf = guardedAuthorOf(options));
    const index = (this.#index = new ClaimIndex(this.#plan, doc));
    this.#others = others;
    const indexesOf = (section: string): readonly ClaimIndex[] => others(section).map((other) => other.#index);
    const viewer = (this.#viewer = new Viewer(index, indexesOf));
    this.#questions = new QuestionList(this.#plan.section, viewer, authorOf);
    const extensions = (schema.extensions ?? []).map(({ name }) => name);
    this.#unshown = new UnshownList(this.#plan.section, extensions, viewer, authorOf);
    const watch = (this.#watch = new TransactionWatch(index, {
      origin: this,
      isBound: (transaction) => this.#bound.has(transaction.origin),
      isOwn: (transaction) => this.isOwn(transaction),
      report,
    }));
    this.#editor = new Editor({ index, viewer, watch, origin: this, now, newId, authorOf, report });
    this.#stopHearing = onError === undefined ? () => {} : this.#plan.appCode.hear(onError);
  }

  /** What edits a section: for edits that span sections, out of sight of its user. */
  static editorOf(section: Section<SectionSchema>): Editor {
    return section.#editor;
  }

  /**
   * What the section says: deeply read-only data, the same object until something changed, and sharing with the view
   * before it whatever did not. While a transaction runs it is the view that was last taken.
   */
  view(): View<Schema> {
    return asView(this.#shown());
  }

  /**
   * Calls the listener after each transaction that changed what the section says: a transaction of this section, or of
   * another that its references lead to and that is open now.
   */
  subscribe(listener: () => void): () => void {
    const targets = [this.#plan.root, ...this.#plan.groups.values()].flatMap(({ refs }) => refs);
    const names = new Set(targets.flatMap(({ target }) => (target?.type === 'other' ? target.section : [])));
    if (names.size === 0) return this.#watch.subscribe(listener);
    // What a reference shows may change with the section that it leads to.
    let seen: Shown | undefined = this.#shown();
    const hear = (): void => {
      const now = this.#shown();
      if (now === seen) return;
      seen = now;
      listener();
    };
    const others = [...names].flatMap((name) => this.#others(name));
    const stops = [this, ...others].map((section) => section.#watch.subscribe(hear));
    return () => stops.forEach((stop) => stop());
  }

  /** What people wrote apart and that contradicts itself; the same list until something changed. */
  questions(): readonly Question[] {
    this.#shown();
    return this.#questions.list();
  }

  /**
   * What somebody wrote by a later version of the schema, or by an extension, and this version cannot show: never to be
   * taken for nothing. The same list until something changed. Rows and the view name these fields in `unshown` too.
   */
  unshown(): readonly Unshown[] {
    this.#shown();
    return this.#unshown.list();
  }

  /** Whether there is something in a field that this version cannot show: `isUnshown(id, 'jobs.stage')`. */
  isUnshown(entity: string, path: string): boolean {
    return this.unshown().some((unshown) => unshown.entity === entity && unshown.path === path);
  }

  /**
   * Changes the section, all or nothing: what is wrong with any part of the change refuses the whole of it.
   *
   * @throws whatever `change` throws; nothing is written then
   */
  edit<Result = void>(
    change: EditChange<Draft<Schema>, Result>,
    options: EditOptions<Schema> = {},
  ): EditOutcome<Result> {
    return editOne(this.#editor, (script) => change(asDraft(rootDraft(script))), options);
  }

  /**
   * Settles a question: writes the value, superseding exactly the claims that the question showed.
   *
   * @param value - a value of the field; for a struck row `'strike'` or `'restore'`
   */
  settle(questionId: string, value: unknown, options: { readonly reason?: string } = {}): EditOutcome {
    const question = this.questions().find(({ id }) => id === questionId);
    if (question === undefined) return { type: 'refused', refusals: [noSuchQuestion] };
    return editOne(this.#editor, (script) => settleIn(script, question, value, options.reason), options);
  }

  /**
   * The text of a field, for an editor to bind to; made by use, without writing anything.
   *
   * @param path - such as `story`, or `jobs.note` with the id of the job
   */
  text(path: string, entity = ''): Y.Text {
    const place = this.#plan.textPaths.get(path);
    if (place === undefined || (place.group.kind === 'section') !== (entity === '')) {
      throw new RecordError(
        'unknown-field',
        `The schema has no text at ${path} with${entity === '' ? 'out' : ''} a row.`,
      );
    }
    const name = `${path}/${entity}`;
    if (isOtherRoot(this.doc, name)) {
      throw new RecordError(
        'wrong-root',
        `The root ${name} of this document is no text: leave the roots of texts to the section.`,
      );
    }
    return this.doc.getText(name);
  }

  /** Counts the transactions of a bound editor, or of its undo manager, as this section's own, until released. */
  bindOrigin(origin: unknown): () => void {
    this.#bound.set(origin, (this.#bound.get(origin) ?? 0) + 1);
    let released = false;
    return () => {
      if (released) return;
      released = true;
      const left = (this.#bound.get(origin) ?? 1) - 1;
      if (left === 0) this.#bound.delete(origin);
      else this.#bound.set(origin, left);
    };
  }

  /** Finds the author behind a client id. */
  get authorOf(): AuthorOf {
    return this.#authorOf;
  }

  /** Tells whether a transaction is this section's own work: an edit, or an editor's. Only such go to others. */
  isOwn({ origin, local }: Y.Transaction): boolean {
    if (origin === this || this.#bound.has(origin)) return true;
    return local && this.#isReceived?.(origin) === false;
  }

  /** Where the current values of a field come from: `provenance(id, 'actions.dueOn')`, or `''` for the section's own. */
  provenance(entity: string, field: string): readonly Provenance[] {
    const place = this.#plan.claimPaths.get(field);
    if (place === undefined) throw new RecordError('unknown-field', `The schema has no field ${field}.`);
    const holder = entity === '' ? this.#index.root : this.#index.entities(place.group).get(entity);
    const claims = holder?.group === place.group ? (holder.cells[place.slot] ?? noClaims) : noClaims;
    return provenanceOf(claims, this.#authorOf);
  }

  /** Who wrote which part of a text. */
  textAuthors(path: string, entity = ''): readonly AuthoredSpan[] {
    return textAuthors(this.text(path, entity), this.#authorOf);
  }

  /** Stops following the document. The document itself stays open: it is the caller's. */
  close(): void {
    this.#stopHearing();
    this.#watch.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #shown(): Shown {
    const last = this.#viewer.last;
    return last !== undefined && this.#watch.isRunning ? last : this.#viewer.view();
  }
}

function guardedAuthorOf({ authorOf, onError }: SectionOptions): AuthorOf {
  return (client) => {
    try {
      return authorOf(client);
    } catch (error) {
      if (onError !== undefined) tell(onError, 'author-of', error);
      return undefined;
    }
  };
}

const noSuchQuestion: Refusal = {
  code: 'no-such-question',
  path: '',
  rule: 'this question is not open: it was settled, or something more was written',
  remedy: 'Look at the open questions again.',
};

import { type EditChange, promiseFault } from './edit/at-once.ts';
import { changeNotes } from './edit/change-notes.ts';
import { checkReferences } from './edit/check-references.ts';
import { commit, type Part } from './edit/commit.ts';
import { rootDraft } from './edit/draft-root.ts';
import type { DraftsOf } from './edit/draft.ts';
import type { Editor } from './edit/editor.ts';
import { isNothing, planWrites } from './edit/plan-writes.ts';
import type { Script } from './edit/script.ts';
import { RecordError, type ChangeNote, type Refusal } from './outcomes.ts';
import type { SectionSchema } from './schema/section-schema.ts';
import { Section } from './section.ts';
import { asDrafts } from './typed.ts';
import type { View } from './view/view.ts';

/** Something that is wrong with an edit of several sections. */
export interface SectionRefusal extends Refusal {
  /** Which of the sections given, counted from 0. */
  readonly section: number;
}

/** The sections of an edit, one for each schema. */
export type SectionsOf<Schemas extends readonly SectionSchema[]> = {
  readonly [Nth in keyof Schemas]: Section<Schemas[Nth]>;
};

/** What an edit of several sections may say beside its change. */
export interface SectionsEditOptions<Schemas extends readonly SectionSchema[]> {
  /** The views that the person was looking at, one for each section, or undefined for what there is now. */
  readonly bases?: { readonly [Nth in keyof Schemas]: View<Schemas[Nth]> | undefined };
  /** Why; it is kept with what is written. */
  readonly reason?: string;
}

/** What became of an edit of several sections; `changes` are by section, in the order given. */
export type SectionsEditOutcome<Result = void> =
  | { readonly type: 'edited'; readonly result: Result; readonly changes: readonly (readonly ChangeNote[])[] }
  | { readonly type: 'unchanged'; readonly result: Result }
  | { readonly type: 'refused'; readonly refusals: readonly SectionRefusal[] };

/** An edit that was found right in all its sections, and of which nothing is written yet. */
export interface PreparedEdit<Result = void> {
  readonly type: 'prepared';
  readonly result: Result;
  /** What it will do, by section, in the order given; of a section in which it does nothing, an empty list. */
  readonly changes: readonly (readonly ChangeNote[])[];
  /**
   * Writes all of it: one transaction in each section that it changes. It is refused, and nothing is written, if
   * anything was written in one of these sections since it was prepared, or one was closed.
   */
  commit(): Exclude<SectionsEditOutcome<Result>, { readonly type: 'unchanged' }>;
}

/**
 * Edits several sections, all or nothing: what is wrong with any part, in any section, refuses the whole of it. Ids
 * that one draft gives (a row added) can be used in the others.
 *
 * ```ts
 * editSections([plan, diary], ([draft, events]) => {
 *   draft.actions.byId(id).status = 'done';
 *   events.events.append({ occurredOn: '2026-12-01', text: 'Lamp mended' });
 * });
 * ```
 *
 * @throws RecordError `section-twice`; otherwise whatever `change` throws, and then nothing is written
 */
export function editSections<const Schemas extends readonly SectionSchema[], Result = void>(
  sections: SectionsOf<Schemas>,
  change: EditChange<DraftsOf<Schemas>, Result>,
  options: SectionsEditOptions<NoInfer<Schemas>> = {},
): SectionsEditOutcome<Result> {
  const prepared = prepareSections(sections, change, options);
  return prepared.type === 'prepared' ? prepared.commit() : prepared;
}

/**
 * Prepares an edit of several sections without writing anything: for who has more to check, or to make ready, before
 * it may be written. `editSections` is this and `commit` at once.
 *
 * @throws RecordError `section-twice`; otherwise whatever `change` throws
 */
export function prepareSections<const Schemas extends readonly SectionSchema[], Result = void>(
  sections: SectionsOf<Schemas>,
  change: EditChange<DraftsOf<Schemas>, Result>,
  { bases, reason }: SectionsEditOptions<NoInfer<Schemas>> = {},
): PreparedEdit<Result> | Exclude<SectionsEditOutcome<Result>, { readonly type: 'edited' }> {
  const editors = sections.map(Section.editorOf);
  if (new Set(editors.map(({ doc }) => doc)).size < editors.length) {
    throw new RecordError('section-twice', 'Each section is given once: use its draft for all of its changes.');
  }
  const opened = editors.map((editor, nth) => editor.open(bases?.[nth], reason));
  const scripts = opened.filter((script): script is Script => !('rule' in script));
  if (scripts.length < opened.length) {
    for (const script of scripts) script.close();
    return refusedBy(opened.map((script) => ('rule' in script ? [script] : [])));
  }
  let result: Result;
  try {
    result = change(asDrafts(scripts.map(rootDraft)));
  } finally {
    for (const script of scripts) script.close();
  }
  const late = promiseFault(result);
  if (late !== undefined) return refusedBy([[late]]);
  checkReferences(scripts);
  if (scripts.some(({ refusals }) => refusals.length > 0)) return refusedBy(scripts.map(({ refusals }) => refusals));
  const planned = editors.flatMap((editor, nth): Part[] => {
    const script = scripts[nth];
    return script === undefined ? [] : [{ editor, writes: planWrites(script, editor.meta(reason)) }];
  });
  const changes = scripts.map(changeNotes);
  const parts = planned.filter(({ writes }) => !isNothing(writes));
  if (parts.length === 0) return { type: 'unchanged', result };
  const revisions = editors.map(({ revision }) => revision);
  return {
    type: 'prepared',
    result,
    changes,
    commit: () => {
      const faults = editors.map((editor, nth) => listOf(editor.unfit() ?? overtaken(editor, revisions[nth])));
      if (faults.flat().length > 0) return refusedBy(faults);
      commit(parts);
      return { type: 'edited', result, changes };
    },
  };
}

const listOf = (fault: Refusal | undefined): readonly Refusal[] => (fault === undefined ? [] : [fault]);

const refusedBy = (bySection: readonly (readonly Refusal[])[]): { type: 'refused'; refusals: SectionRefusal[] } => ({
  type: 'refused',
  refusals: bySection.flatMap((refusals, section) => refusals.map((refusal) => ({ ...refusal, section }))),
});

const overtaken = (editor: Editor, revision: number | undefined): Refusal | undefined =>
  editor.revision === revision
    ? undefined
    : {
        code: 'overtaken',
        path: '',
        rule: 'something was written in this section since the edit was prepared',
        remedy: 'Prepare the edit again.',
      };

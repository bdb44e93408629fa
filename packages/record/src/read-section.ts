import type * as Y from 'yjs';
import type { OnSectionError } from './app-code.ts';
import { ClaimIndex } from './entities/claim-index.ts';
import { QuestionList } from './questions/question-list.ts';
import type { Question } from './questions/question.ts';
import { planOf } from './schema/define-section.ts';
import type { SectionSchema } from './schema/section-schema.ts';
import { asView } from './typed.ts';
import type { View } from './view/view.ts';
import { Viewer } from './view/viewer.ts';

/** Reads a section once, without following its document: for projections and exports. */
export function readSection<Schema extends SectionSchema>(schema: Schema, doc: Y.Doc): View<Schema> {
  return asView(new Viewer(new ClaimIndex(planOf(schema), doc)).view());
}

/** Reads a section once, with what its readers are asked to settle; nobody is named in the questions. */
export function readSectionAndQuestions<Schema extends SectionSchema>(
  schema: Schema,
  doc: Y.Doc,
  { onError }: { readonly onError?: OnSectionError } = {},
): { readonly view: View<Schema>; readonly questions: readonly Question[] } {
  const plan = planOf(schema);
  const stop = onError === undefined ? () => {} : plan.appCode.hear(onError);
  try {
    const viewer = new Viewer(new ClaimIndex(plan, doc));
    const view: View<Schema> = asView(viewer.view());
    return { view, questions: new QuestionList(plan.section, viewer, () => undefined).list() };
  } finally {
    stop();
  }
}

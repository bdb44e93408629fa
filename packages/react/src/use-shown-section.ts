import type { OpenRecord, OpenSection } from '@caseweave/caseload';
import type { Question, SectionSchema, View } from '@caseweave/record';
import { useQuestions, useSection, useSectionView } from './use-section.ts';

/** An open section as a screen shows it. */
export interface ShownSection<Schema extends SectionSchema = SectionSchema> {
  readonly section: OpenSection<Schema>;
  readonly view: View<Schema>;
  /** What people wrote apart in it, for a person to settle. */
  readonly questions: readonly Question[];
  readonly canWrite: boolean;
  /** Whether one may add to its logs. */
  readonly canAppend: boolean;
}

/** A section with its view, its questions and what one may do in it; undefined while it is not open. */
export function useShownSection<Schema extends SectionSchema>(
  record: OpenRecord | undefined,
  schema: Schema,
): ShownSection<Schema> | undefined {
  const section = useSection(record, schema);
  const view = useSectionView(record, schema);
  const questions = useQuestions(record, schema);
  if (section === undefined || view === undefined) return undefined;
  return { section, view, questions, ...mayWriteIn(section) };
}

/** What one may do in a section, in this tab, now. */
export function mayWriteIn(section: Pick<OpenSection, 'acts' | 'writing'>): {
  readonly canWrite: boolean;
  readonly canAppend: boolean;
} {
  const { acts } = section;
  const isOpen = section.writing().type === 'may-write';
  return { canWrite: isOpen && acts.write, canAppend: isOpen && (acts.append || acts.write) };
}

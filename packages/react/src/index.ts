/**
 * React hooks over a caseload and its records.
 *
 * ```tsx
 * <CaseloadProvider caseload={caseload}><Job id={id} /></CaseloadProvider>
 *
 * const record = useRecord(id);
 * const title = useSectionView(record, plan, (view) => view.title);
 * const questions = useQuestions(record, plan);
 * ```
 *
 * @packageDocumentation
 */
export { CaseloadProvider, useCaseload } from './caseload-context.tsx';
export {
  useCaseloadStatus,
  useDecide,
  useDecisions,
  useEdits,
  useEditState,
  useRecords,
} from './use-caseload-parts.ts';
export { OpenRecordProvider, useOpenRecord } from './record-context.tsx';
export { refusalWords, sentence } from './refusal-words.ts';
export type { FieldAt, FieldPlace, RowsAt } from './field-at.ts';
export type { ShownField } from './shown-field.ts';
export { type Splice, caretAfter, spliceBetween } from './splice.ts';
export { type Editing, type EditingOptions, useEditing } from './use-editing.ts';
export { useField, useRowState } from './use-field.ts';
export { type LiveText, useLiveText } from './use-live-text.ts';
export { type PersonHere, useBeingHere, usePresence } from './use-presence.ts';
export { useRecord, useSections } from './use-record.ts';
export { useQuestions, useSection, useSectionView, useSettled, useUnshown } from './use-section.ts';
export { type ShownSection, useShownSection } from './use-shown-section.ts';
export { type Typing, useTyping } from './use-typing.ts';

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
export { type FieldAt, type ShownField, useField } from './use-field.ts';
export { type PersonHere, useBeingHere, usePresence } from './use-presence.ts';
export { useRecord, useSections } from './use-record.ts';
export { useQuestions, useSection, useSectionView, useSettled, useUnshown } from './use-section.ts';
export { type Typing, useTyping } from './use-typing.ts';

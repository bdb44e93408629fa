/**
 * Typed records over Yjs.
 *
 * A developer declares what a section of a record is, and with each field what edits made apart mean when they meet.
 * The rest follows: typed views, edits that are all or nothing, and questions where people contradicted one another.
 *
 * ```ts
 * const plan = defineSection({
 *   name: 'plan', version: 1, oldestWriter: 1,
 *   fields: { actions: collection({ what: register(z.string()), dueOn: register(z.iso.date(), { standing: 'earliest' }) }) },
 * });
 * const section = openSection(plan, { doc, now: Date.now, newId, authorOf });
 * section.edit((draft) => draft.actions.add({ what: 'Mend the lamp', dueOn: '2026-12-01' }));
 * section.view().actions[0]?.dueOn;
 * ```
 *
 * @packageDocumentation
 */

// Declaring
export { collection, log, position, progress, ref, register, richText, setOf, text } from './schema/declare.ts';
export { defineSection, isUsableAs } from './schema/define-section.ts';
export type { Extension, SectionDeclaration, SectionSchema } from './schema/section-schema.ts';
export type {
  CollectionField,
  EntryField,
  EntryFields,
  FieldOptions,
  LogField,
  OtherTarget,
  OwnTarget,
  PositionField,
  ProgressField,
  RefField,
  RefsField,
  RefTarget,
  RegisterField,
  RegisterOptions,
  RichTextField,
  RichTextOptions,
  RowField,
  RowFields,
  SectionField,
  SectionFields,
  SetField,
  SetOptions,
  Standing,
  TextField,
  ValueOptions,
} from './fields/fields.ts';
export { extendSection, type Extended, type SectionExtension } from './schema/extend-section.ts';
export { oldestWritersOf, type SchemaVersions, versionsOf } from './schema/schema-versions.ts';
export type { ExtensionUpgrades, Upgrade, Upgrades } from './upgrade/upgrades.ts';
export { shapeOf, type FieldShape, type Shape } from './schema/shape.ts';

// Documenting, and releasing new versions
export { schemaMarkdown } from './schema-docs/schema-markdown.ts';
export { schemaSummary, type FieldSummary, type SchemaSummary } from './schema-docs/schema-summary.ts';
export { compareSchemas, type SchemaDifference } from './schema-docs/compare-schemas.ts';

// Opening and reading
export { openSection } from './open-section.ts';
export { readSection, readSectionAndQuestions } from './read-section.ts';
export { isUnshownIn } from './view/is-unshown-in.ts';
export type { Unshown, UnshownBy } from './view/unshown-list.ts';
export type { EditOptions } from './edit/edit-options.ts';
export type { Section, SectionOptions } from './section.ts';
export type { View } from './view/view.ts';
export type { EntryView, FieldsView, FieldView, RowView, Rows, StruckRow, Unshowing } from './fields/field-views.ts';
export type { DeltaInsert, RichTextView } from './fields/rich-text-view.ts';

// Keeping what was said, and telling how it came about
export { freeze } from './frozen/freeze.ts';
export type { FrozenVersion } from './frozen/frozen-version.ts';
export { readFrozen, type ReadFrozen } from './frozen/read-frozen.ts';
export type { HistoryChange, HistoryRow, HistoryStep, Replayed } from './history/history-row.ts';
export { replay } from './history/replay.ts';
export { rewrittenPassages, type RewrittenPassages } from './history/rewritten-passages.ts';
export type { PassageVersion, RewrittenPassage } from './history/rewritten-passage.ts';
export { viewAt, type ViewAt } from './history/view-at.ts';

// Editing
export type { EditChange } from './edit/at-once.ts';
export type {
  Draft,
  DraftEntry,
  DraftFields,
  DraftLog,
  DraftRichText,
  DraftRow,
  DraftRows,
  DraftSet,
  DraftText,
  Formats,
  NewEntry,
  NewRow,
  Placing,
} from './edit/draft.ts';
export {
  editSections,
  prepareSections,
  type PreparedEdit,
  type SectionRefusal,
  type SectionsEditOptions,
  type SectionsEditOutcome,
  type SectionsOf,
} from './edit-sections.ts';
export type { DraftsOf } from './edit/draft.ts';
export {
  RecordError,
  type ChangeNote,
  type EditOutcome,
  type RecordErrorCode,
  type Refusal,
  type RefusalCode,
  type WrittenValue,
} from './outcomes.ts';
export { openUndo } from './undo/open-undo.ts';
export type { UndoOptions, UndoOutcome, UndoStack } from './undo/undo-stack.ts';
export { LIMITS } from './limits.ts';
export type { Json } from './json.ts';

// Who wrote what, and what is open
export type { Author, AuthorOf } from './authors.ts';
export type { OnSectionError, SectionCallback } from './app-code.ts';
export { authorshipWords, type Provenance } from './provenance.ts';
export type { Question, QuestionClaim } from './questions/question.ts';
export type { AuthoredSpan } from './texts/text-authors.ts';
export { entityIds } from './entity-ids.ts';

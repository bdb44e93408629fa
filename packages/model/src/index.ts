/**
 * What a model is: one domain as one value. Kinds of record, their sections and rights, the decisions about them, and what
 * readers may know follow from it everywhere.
 *
 * @packageDocumentation
 */

// Those who sign in, and records as they are decided
export type { AnyWho, NamedWho, Unit } from './records/who.ts';
export { knownOf, nothingKnown, type Known } from './records/known.ts';
export { withoutNames, type Names } from './records/names.ts';
export type { RecordState } from './records/record-state.ts';

// A model
export { defineModel } from './model/define-model.ts';
export { ModelError, type ModelFault } from './checks/model-fault.ts';
export { adviceOn } from './model/advice-on.ts';
export type { Model, ModelSetting } from './model/model.ts';
export type { ModelDeclaration, UnitKind, WhoDeclaration } from './domain/model-declaration.ts';
export type { NamedSection } from './sections/named-section.ts';
export type { ReportFault } from './rights/report-fault.ts';

// Kinds of record
export { kind, type AnyKind, type Kind, type KindDeclaration } from './kinds/kind.ts';
export type { Asked, Condition } from './kinds/condition.ts';
export type { KindIndex } from './kinds/kind-index.ts';
export type { Schema } from './values/schema.ts';
export type { Seat } from './kinds/seat.ts';
export type { Seen, SeenDeclaration } from './kinds/seen.ts';

// Kinds of record with members
export { memberKind, type MemberKind, type MemberKindDeclaration } from './members/member-kind.ts';
export { memberDecisions } from './members/member-decisions.ts';
export { whoById } from './domain/who-by-id.ts';
export { isMemberAt, type Member, type MemberFacts } from './members/member.ts';
export type { ToldMember, ToldMembers, Unseen } from './members/seen-members.ts';

// Sections
export {
  rowOf,
  sectionSeriesOf,
  sectionOf,
  type AnySectionPart,
  type SectionSeries,
  type SectionPart,
} from './sections/section-part.ts';
export { exampleOf, isParameter } from './sections/parameter.ts';
export type { ListField, ListProjection } from './sections/list-projection.ts';
export type { Finding, RuleContext } from './sections/finding.ts';

// Rights
export { cellCondition, cellLevel, type Cell, type RightsRow, type RightsTable } from './rights/cell.ts';
export { actsOf, higher, holds, levels, lower, type Act, type Acts, type Level } from './rights/level.ts';
export type { Rights } from './rights/rights.ts';
export { readRights, type ReadRights } from './model/read-rights.ts';

// Decisions
export { decision, type Decision, type DecisionDeclaration } from './decisions/decision.ts';
export { opening, type Opening, type OpeningDeclaration } from './decisions/opening.ts';
export type { AnyDecision, CommandOf, FormOf } from './decisions/any-decision.ts';
export type { Begun, DecidedBy, Deciding, OtherRecord, Telling } from './decisions/deciding.ts';
export { begunBy, commandJson, othersOf, peopleOf, type Command } from './commands/command.ts';
export type { ProposedSection } from './decisions/proposed-section.ts';
export { FaultOfModel } from './commands/fault-of-model.ts';
export { parseCommand, type ParsedCommand } from './commands/parse-command.ts';
export { commandOf } from './commands/command-of.ts';
export { judgeCommand, type Judging } from './commands/judge-command.ts';
export { carryOut, type CarriedOut } from './commands/carry-out.ts';
export { ADOPT, type DecisionEntry } from './decisions/entry.ts';
export { foldEntries, type FoldedEntries } from './commands/fold-entries.ts';
export { COMMON_REFUSALS, type CommonRefusal, type DecisionRefusal } from './decisions/refusal.ts';
export { commandWords, toldDecision, type TakenDecision, type ToldDecision } from './commands/told-decision.ts';

// What follows from a record: asked of the model's code so that what throws is told, and harms nothing else
export { indexOf, keysOf, type RecordIndex } from './answers/record-index.ts';
export { hasToDoWith, isSeen, toldFacts } from './answers/told-facts.ts';
export { findingsIn, listed } from './answers/shown-section.ts';
export { unknownIds, type WrittenAround } from './answers/unknown-ids.ts';
export { type IdKind, type WrittenId, writtenIds } from './answers/written-ids.ts';

// On a device
export { decisionPort, type ModelDecisions, type PendingRecord } from './device/decision-port.ts';
export { judgeAhead, type Judged } from './device/judge-ahead.ts';
export { newCommand, type NewCommand } from './device/new-command.ts';
export { sectionPort, type ModelSections } from './device/section-port.ts';

// Values
export { codeList, type CodeEntry, type CodeList, type CodeOf } from './values/code-list.ts';
export { codedProgress, codedRegister, codedSet } from './values/fields.ts';
export {
  isOptionalValue,
  labelOfValue,
  valued,
  valueKindOf,
  valueWords,
  type Valued,
  type ValueKind,
  type ValueOfGroup,
} from './values/value-kind.ts';
export { meaningOf, type FieldMeaning, type PlainField } from './values/field-meaning.ts';
export { namedIn, type NamingKind } from './values/named-in.ts';
export {
  coded,
  day,
  group,
  identifier,
  line,
  listOf,
  moment,
  number,
  optional,
  passage,
  recordOf,
  rowIn,
  truth,
  unit,
  who,
  whole,
  whoOrRecord,
  type ValueKindOptions,
} from './values/values.ts';

// Documenting, and releasing new versions
export { modelMarkdown } from './described/model-markdown.ts';
export { modelSummary, type ModelSummary } from './described/model-summary.ts';
export type { KindSummary } from './described/kind-summary.ts';
export type { SectionSummary } from './described/section-summary.ts';
export type { DecisionSummary } from './described/decision-summary.ts';
export type { CodeListSummary } from './described/code-list-summary.ts';
export type { FieldOfGroup, ValueSummary } from './described/value-summary.ts';
export { compareModels } from './compared/compare-models.ts';
export { compareKeptLog, type KeptLog } from './compared/kept-log.ts';
export type { ModelDifference } from './compared/difference.ts';

// In memory
export { authorityInMemory, type Directory, type MemoryAuthority, type MemoryOutcome } from './memory/authority.ts';

/**
 * What a model is: one domain as one value. Kinds of record, their sections and rights, the decisions about them, and what
 * readers may know follow from it everywhere.
 *
 * @packageDocumentation
 */

// Those who sign in, and records as they are decided
export type { AnyWho, NamedWho, Unit } from './who.ts';
export { nothingKnown, withoutNames, type Known, type Names, type RecordState } from './record-state.ts';

// A model
export { defineModel } from './model/define-model.ts';
export { ModelError, type ModelFault } from './model/model-error.ts';
export type {
  Model,
  ModelDeclaration,
  ModelSetting,
  NamedSection,
  ReportFault,
  UnitKind,
  WhoDeclaration,
} from './model/model.ts';

// Kinds of record
export {
  kind,
  type AnyKind,
  type Asked,
  type Condition,
  type Kind,
  type KindDeclaration,
  type KindIndex,
  type Schema,
  type Seat,
  type Seen,
} from './kinds/kind.ts';

// Sections
export {
  rowOf,
  sectionFamilyOf,
  sectionOf,
  type AnySectionPart,
  type ListField,
  type ListProjection,
  type SectionFamily,
  type SectionPart,
} from './sections/section-part.ts';
export type { Finding, RuleContext } from './sections/finding.ts';

// Rights
export { cellCondition, cellLevel, type Cell, type RightsRow, type RightsTable } from './rights/cell.ts';
export { actsOf, higher, holds, levels, lower, type Act, type Acts, type Level } from './rights/level.ts';
export { readRights, type ReadRights } from './rights/read-rights.ts';

// Decisions
export {
  decision,
  opening,
  type AnyDecision,
  type Begun,
  type DecidedBy,
  type Deciding,
  type Decision,
  type DecisionDeclaration,
  type FormOf,
  type Opening,
  type OpeningDeclaration,
  type OtherRecord,
  type Telling,
} from './decisions/decision.ts';
export {
  begunBy,
  commandJson,
  othersOf,
  parseCommand,
  peopleOf,
  type Command,
  type ParsedCommand,
  type ProposedSection,
} from './decisions/command.ts';
export { judgeCommand, type Judging } from './decisions/judge-command.ts';
export { carryOut, type CarriedOut } from './decisions/carry-out.ts';
export { ADOPT, type DecisionEntry } from './decisions/entry.ts';
export { foldEntries, type FoldedEntries } from './decisions/fold-entries.ts';
export { COMMON_REFUSALS, commonRefusal, type CommonRefusal, type DecisionRefusal } from './decisions/refusal.ts';
export { somebody, toldDecision, type TakenDecision, type ToldDecision } from './decisions/told-decision.ts';

// On a device
export { decisionPort, type ModelDecisions, type PendingRecord } from './device/decision-port.ts';
export { newCommand, type NewCommand } from './device/new-command.ts';

// Values
export { codeList, type CodeEntry, type CodeList, type CodeOf } from './values/code-list.ts';
export { codedRegister, codedSet } from './values/fields.ts';
export {
  isOptionalValue,
  labelOfValue,
  valued,
  valueKindOf,
  type Valued,
  type ValueKind,
  type ValueOfGroup,
} from './values/value-kind.ts';
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
  truth,
  unit,
  who,
  whole,
  whoOrRecord,
  type ValueOptions,
} from './values/values.ts';

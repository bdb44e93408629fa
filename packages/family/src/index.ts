/**
 * The family record of multi-agency early help: its sections, code lists, identifiers, rules and rights.
 *
 * @packageDocumentation
 */

// The model
export { earlyHelp } from './early-help.ts';
export type { EarlyHelpCommand } from './decisions/decisions.ts';
export type { FamilyFacts } from './facts/family-facts.ts';
export type { PersonFacts } from './facts/person-facts.ts';

// Who may do what
export { actsOn, may, type Acts } from './before/rights/may.ts';
export type { Act, Level } from './before/rights/act.ts';
export type { Grant, PersonInFamily, Principal, RecordFacts, TeamMember } from './before/rights/facts.ts';
export { hiddenPractitioner, seesHub, seesPerson, seesPractitioner, sensitiveAgencies } from './before/rights/sees.ts';
export { type CurrentMember, teamAt } from './facts/team.ts';
export { agencySeats, type AgencySeat, type Seat } from './before/rights/seat.ts';
export { defaultRights, type Cell, type Condition, type RightsTable, type SectionRow } from './before/rights/table.ts';

// What is decided, as its readers are told
export { describeRecord, type NamedPractitioner, type Surroundings } from './before/described/describe-record.ts';
export type { DescribedFamily, DescribedMember, DescribedPerson } from './before/described/described.ts';

// Decisions
export {
  commandSchema,
  type DecisionCommand,
  newRecordsOf,
  type NewSection,
  personsOf,
} from './before/decisions/command.ts';
export { type NewPerson, registerFamily, registerPerson } from './before/decisions/registrations.ts';
export { parseCommand, type ParsedCommand } from './before/decisions/parse-command.ts';
export { type Decided, decidedAt } from './before/decisions/decided.ts';
export { type DecidedBy, type Folded, foldDecision, standing } from './before/decisions/fold-decision.ts';
export { mayDecide, mayLink } from './before/decisions/may-decide.ts';
export { conflicts } from './before/decisions/conflicts.ts';
export { DECISION_CODES, type DecisionCode, type DecisionRefusal, refusalOf } from './before/decisions/refusal.ts';
export { decisionWords } from './before/decisions/decision-words.ts';
export type { DecisionNames } from './before/decisions/decision-names.ts';
export {
  type DecisionSurroundings,
  seenDecision,
  type SeenDecision,
  type TakenDecision,
} from './before/decisions/seen-decision.ts';
export {
  decisionPort,
  type FamilyDecisions,
  type KnownNames,
  type PendingRecord,
} from './before/decisions/decision-port.ts';

// Sections
export { sectionFor, sectionNames } from './before/section-for.ts';
export { planShared, type PlanSharedView } from './sections/plan-shared/plan-shared.ts';
export { planPractice, type PlanPracticeView } from './sections/plan-practice.ts';
export { familyWords } from './sections/family-words.ts';
export { chronologyShared, type ChronologyView } from './sections/chronology-shared.ts';
export { notes, type NotesSection } from './sections/notes.ts';
export { safetyDomesticAbuse } from './sections/safety-domestic-abuse.ts';
export { safetyIntelligence } from './sections/safety-intelligence.ts';
export { oversight } from './sections/oversight.ts';
export { personIdentity, type IdentityView } from './sections/person-identity.ts';
export { type LocationView, personLocation } from './sections/person-location.ts';
export { personHealth } from './sections/person-health.ts';
export { personVoice } from './sections/person-voice.ts';

// What the record means where people wrote apart
export { addEvidence, type Evidence } from './sections/plan-shared/add-evidence.ts';
export { type Attendance, attendanceOf } from './meanings/attendance-of.ts';
export { type Birth, birthOf } from './meanings/birth-of.ts';
export { homesOf } from './meanings/homes-of.ts';
export { nhsNumberOf } from './meanings/nhs-number-of.ts';

// What is shown of sections, and what is to be looked at in them
export { project, type IdentityProjection, type PlanProjection } from './before/projections/project.ts';
export { findings } from './before/rules/findings.ts';
export type { Finding, RuleContext } from '@caseweave/model';

// Days and ages in words
export { addDays, ageOn, dayInLondon, daysBetween, dayWords, fromTodayWords, momentWords } from './words/days.ts';

// Identifiers
export { checkNhsNumber, formatNhsNumber, nhsCheckDigit, type NhsNumberCheck } from './identifiers/nhs-number.ts';
export { checkUpn, upnCheckLetter, type UpnCheck } from './identifiers/upn.ts';
export { isLaChildId, isUprn } from './identifiers/references.ts';

// Code lists
export type { CodeEntry, CodeList, CodeOf } from '@caseweave/model';
export { accessLevels, type AccessLevel } from './code-lists/access-levels.ts';
export { actionStatuses, type ActionStatus } from './code-lists/action-statuses.ts';
export { agencyKinds, type AgencyKind } from './code-lists/agency-kinds.ts';
export { attendanceMarks, type AttendanceMark } from './code-lists/attendance-marks.ts';
export { attainments, type Attainment } from './code-lists/attainments.ts';
export { closureReasons, type ClosureReason } from './code-lists/closure-reasons.ts';
export { contactSources, type ContactSource } from './code-lists/contact-sources.ts';
export { datePrecisions, type DatePrecision } from './code-lists/date-precisions.ts';
export { disabilities, type Disability } from './code-lists/disabilities.ts';
export { ethnicities, type Ethnicity } from './code-lists/ethnicities.ts';
export { factors, type Factor } from './code-lists/factors.ts';
export { familyRoles, type FamilyRole } from './code-lists/family-roles.ts';
export { headlineOutcomes, type HeadlineOutcome } from './code-lists/headline-outcomes.ts';
export { intelligenceSources, type IntelligenceSource } from './code-lists/intelligence-sources.ts';
export { levelsOfNeed, type LevelOfNeed } from './code-lists/levels-of-need.ts';
export { needStatuses, type NeedStatus } from './code-lists/need-statuses.ts';
export { noteKinds, type NoteKind } from './code-lists/note-kinds.ts';
export { primaryNeeds, type PrimaryNeed } from './code-lists/primary-needs.ts';
export { relationshipKinds, type RelationshipKind } from './code-lists/relationship-kinds.ts';
export { residenceKinds, type ResidenceKind } from './code-lists/residence-kinds.ts';
export { responsibilities, type Responsibility } from './code-lists/responsibilities.ts';
export { reviewDecisions, type ReviewDecision } from './code-lists/review-decisions.ts';
export { reviewDirections, type ReviewDirection } from './code-lists/review-directions.ts';
export { roles, type Role } from './code-lists/roles.ts';
export { scales, type Scale } from './code-lists/scales.ts';
export { scorerRoles, type ScorerRole } from './code-lists/scorer-roles.ts';
export { sexes, type Sex } from './code-lists/sexes.ts';
export { significances, type Significance } from './code-lists/significances.ts';
export { voiceMethods, type VoiceMethod } from './code-lists/voice-methods.ts';

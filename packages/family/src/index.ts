/**
 * The family record of multi-agency early help: its sections, code lists, identifiers, rules and rights.
 *
 * @packageDocumentation
 */

// Who may do what
export { actsOn, may, type Acts } from './rights/may.ts';
export type { Act, Level } from './rights/act.ts';
export type { Grant, PersonInFamily, Principal, RecordFacts, TeamMember } from './rights/facts.ts';
export { hiddenPractitioner, seesHub, seesPerson, seesPractitioner, sensitiveAgencies } from './rights/sees.ts';
export { type CurrentMember, teamAt } from './rights/team-at.ts';
export { agencySeats, type AgencySeat, type Seat } from './rights/seat.ts';
export { defaultRights, type Cell, type Condition, type RightsTable, type SectionRow } from './rights/table.ts';

// What is decided, as its readers are told
export { describeRecord, type NamedPractitioner, type Surroundings } from './described/describe-record.ts';
export type { DescribedFamily, DescribedMember, DescribedPerson } from './described/described.ts';

// Decisions
export { commandSchema, type DecisionCommand, newRecordsOf, type NewSection, personsOf } from './decisions/command.ts';
export { type NewPerson, registerFamily, registerPerson } from './decisions/registrations.ts';
export { parseCommand, type ParsedCommand } from './decisions/parse-command.ts';
export { type Decided, decidedAt } from './decisions/decided.ts';
export { type DecidedBy, type Folded, foldDecision, standing } from './decisions/fold-decision.ts';
export { mayDecide, mayLink } from './decisions/may-decide.ts';
export { conflicts } from './decisions/conflicts.ts';
export { DECISION_CODES, type DecisionCode, type DecisionRefusal, refusalOf } from './decisions/refusal.ts';
export { decisionWords } from './decisions/decision-words.ts';
export type { DecisionNames } from './decisions/decision-names.ts';
export {
  type DecisionSurroundings,
  seenDecision,
  type SeenDecision,
  type TakenDecision,
} from './decisions/seen-decision.ts';
export { decisionPort, type FamilyDecisions, type KnownNames, type PendingRecord } from './decisions/decision-port.ts';

// Sections
export { sectionFor, sectionNames } from './sections/section-for.ts';
export { planShared, type PlanSharedView } from './sections/plan-shared.ts';
export { planPractice, type PlanPracticeView } from './sections/plan-practice.ts';
export { familyWords } from './sections/family-words.ts';
export { chronologyShared, type ChronologyView } from './sections/chronology-shared.ts';
export { notes, type NotesSection } from './sections/notes.ts';
export { safetyDomesticAbuse, safetyIntelligence } from './sections/safety-sections.ts';
export { oversight } from './sections/oversight.ts';
export { personIdentity, type IdentityView } from './sections/person-identity.ts';
export { type LocationView, personLocation } from './sections/person-location.ts';
export { personHealth } from './sections/person-health.ts';
export { personVoice } from './sections/person-voice.ts';

// What the record means where people wrote apart
export { addEvidence, type Evidence } from './meanings/add-evidence.ts';
export { type Attendance, attendanceOf } from './meanings/attendance-of.ts';
export { type Birth, birthOf } from './meanings/birth-of.ts';
export { homesOf } from './meanings/homes-of.ts';
export { nhsNumberOf } from './meanings/nhs-number-of.ts';

// What is shown of sections, and what is to be looked at in them
export { project, type IdentityProjection, type PlanProjection } from './projections/project.ts';
export { findings } from './rules/findings.ts';
export type { Finding, RuleContext } from './rules/finding.ts';

// Days and ages in words
export { addDays, ageOn, dayInLondon, daysBetween, dayWords, fromTodayWords, momentWords } from './words/days.ts';

// Identifiers
export { checkNhsNumber, formatNhsNumber, nhsCheckDigit, type NhsNumberCheck } from './identifiers/nhs-number.ts';
export { checkUpn, upnCheckLetter, type UpnCheck } from './identifiers/upn.ts';
export { isLaChildId, isUprn } from './identifiers/references.ts';

// Code lists
export type { CodeEntry, CodeList, CodeOf } from './code-lists/code-list.ts';
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

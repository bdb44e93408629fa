/**
 * The family record of multi-agency early help: its sections, code lists, identifiers, rules and rights.
 *
 * @packageDocumentation
 */

// The model
export { earlyHelp } from './early-help.ts';
export type { EarlyHelpCommand } from './decisions/decisions.ts';

// Those who sign in, and what is decided about families and persons
export type { Principal } from './facts/principal.ts';
export type { FamilyFacts, PersonInFamily } from './facts/family-facts.ts';
export type { PersonFacts } from './facts/person-facts.ts';
export type { Grant } from './facts/grant.ts';
export { type CurrentMember, teamAt, type TeamMember } from './facts/team.ts';

// What of it a reader is told
export type { DescribedFamily, DescribedMember, DescribedPerson } from './seen/described.ts';

// Sections: all of them by name, and those that much of the code names
export { sections } from './sections/sections.ts';
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

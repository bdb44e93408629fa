/**
 * The family record of multi-agency early help: its sections, code lists, identifiers, rules and rights.
 *
 * @packageDocumentation
 */

// Who may do what
export { actsOn, may, type Acts } from './rights/may.ts';
export type { Act, Level } from './rights/act.ts';
export type { Grant, PersonInFamily, Principal, RecordFacts, TeamMember } from './rights/facts.ts';
export { agencySeats, type AgencySeat, type Seat } from './rights/seat.ts';
export { defaultRights, type Cell, type Condition, type RightsTable, type SectionRow } from './rights/table.ts';

// Sections
export { sectionFor, sectionNames } from './sections/section-for.ts';
export { planShared, type PlanSharedView } from './sections/plan-shared.ts';
export { planPractice } from './sections/plan-practice.ts';
export { familyWords } from './sections/family-words.ts';
export { chronologyShared, type ChronologyView } from './sections/chronology-shared.ts';
export { notes, type NotesSection } from './sections/notes.ts';
export { safetyDomesticAbuse, safetyIntelligence } from './sections/safety-sections.ts';
export { oversight } from './sections/oversight.ts';
export { personIdentity, type IdentityView } from './sections/person-identity.ts';
export { personLocation } from './sections/person-location.ts';
export { personHealth } from './sections/person-health.ts';
export { personVoice } from './sections/person-voice.ts';

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

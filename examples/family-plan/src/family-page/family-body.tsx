import { chronologyShared, familyWords, planPractice, planShared } from '@caseweave/family';
import { ChronologyTab } from '../chronology/chronology-tab.tsx';
import { NotYetConfirmed } from '../decisions/not-yet-confirmed.tsx';
import { FamilyWordsTab } from '../family-words/family-words-tab.tsx';
import { HistoryTab } from '../history/history-tab.tsx';
import { agenciesOfNotes } from '../notes/agencies-of-notes.ts';
import { NotesTab } from '../notes/notes-tab.tsx';
import { useSection } from '../open-record/use-section.ts';
import { PeopleTab } from '../people/people-tab.tsx';
import { PlanTab } from '../plan/plan-tab.tsx';
import { PracticeTab } from '../practice/practice-tab.tsx';
import { HereNow } from '../presence/here-now.tsx';
import { useAnnouncedChanges } from '../presence/use-announced-changes.ts';
import { useBeingHere } from '../presence/use-here.ts';
import { ReviewsTab } from '../reviews/reviews-tab.tsx';
import type { FamilyTab } from '../routing/route.ts';
import { OtherSections } from '../sections/other-sections.tsx';
import { useSectionNames } from '../sections/use-section-names.ts';
import { useSignedIn } from '../sign-in/use-signed-in.ts';
import { UndoKeys } from '../undo/undo-keys.tsx';
import { colourOf } from '../words/initials.ts';
import { FamilyHead } from './family-head.tsx';
import type { OpenedFamily } from './open-family.tsx';
import { FamilyTabs } from './family-tabs.tsx';
import { QuestionBanner } from '../questions/question-banner.tsx';

interface FamilyBodyProps extends OpenedFamily {
  readonly tab: FamilyTab;
}

/** The parts of an open family's page. */
export function FamilyBody({ record, summary, facts, pending, tab }: FamilyBodyProps) {
  const plan = useSection(planShared);
  const chronology = useSection(chronologyShared);
  const practitioner = useSignedIn()?.practitioner;
  useBeingHere('plan.shared', colourOf(practitioner?.id ?? ''));
  useAnnouncedChanges('plan.shared', 'the plan');

  const practice = useSection(planPractice);
  const names = useSectionNames();
  const ownAgency = agenciesOfNotes(names, facts);
  const has = (part: FamilyTab, isThere: boolean): readonly FamilyTab[] => (isThere ? [part] : []);
  // What is not for this reader has no tab, so that nothing tells of it.
  const tabs: readonly FamilyTab[] = [
    ...has('plan', plan !== undefined),
    'people',
    ...has('chronology', chronology !== undefined),
    ...has('reviews', plan !== undefined),
    ...has('words', names.includes(familyWords.name)),
    ...has('practice', practice !== undefined),
    ...has('notes', ownAgency.length > 0),
    ...has(
      'safety',
      names.some((name) => !isElsewhere(name)),
    ),
    ...has('history', plan !== undefined),
  ];
  const shown = tabs.includes(tab) ? tab : (tabs[0] ?? 'people');
  const undoable = shown === 'practice' ? practice : shown === 'chronology' || shown === 'notes' ? undefined : plan;
  return (
    <>
      <FamilyHead summary={summary} facts={facts} canPrint={plan !== undefined} />
      <NotYetConfirmed pending={pending} />
      <div className="app-tabs-row">
        <FamilyTabs record={record} tabs={tabs} shown={shown} />
        <HereNow section="plan.shared" />
      </div>
      <QuestionBanner record={record} questions={plan?.questions ?? []} />
      {undoable !== undefined && <UndoKeys section={undoable.section} />}
      {shown === 'plan' && plan !== undefined && <PlanTab plan={plan} />}
      {shown === 'people' && <PeopleTab record={record} facts={facts} people={summary.people} plan={plan} />}
      {shown === 'chronology' && chronology !== undefined && (
        <ChronologyTab chronology={chronology} agency={practitioner?.agency ?? ''} />
      )}
      {shown === 'reviews' && plan !== undefined && <ReviewsTab plan={plan} />}
      {shown === 'words' && <FamilyWordsTab />}
      {shown === 'practice' && practice !== undefined && <PracticeTab practice={practice} />}
      {shown === 'notes' && <NotesTab agencies={ownAgency} />}
      {shown === 'safety' && <OtherSections but={names.filter(isElsewhere)} />}
      {shown === 'history' && plan !== undefined && <HistoryTab record={record} plan={plan} />}
    </>
  );
}

const ownTabs: readonly string[] = [planShared.name, planPractice.name, familyWords.name, chronologyShared.name];
const isElsewhere = (name: string): boolean => ownTabs.includes(name) || name.startsWith('notes.');

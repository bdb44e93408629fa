import { planPractice, planShared } from '@caseweave/family';
import { useOpenRecord, useSection, useSections, useShownSection } from '@caseweave/react';
import { NotYetConfirmed } from '../decisions/not-yet-confirmed.tsx';
import { HereNow } from '../presence/here-now.tsx';
import { useAnnouncedChanges } from '../presence/use-announced-changes.ts';
import { useBeingHere } from '../presence/use-here.ts';
import { QuestionBanner } from '../questions/question-banner.tsx';
import type { FamilyTab } from '../routing/family-tabs.ts';
import { useSignedIn } from '../sign-in/use-signed-in.ts';
import { UndoKeys } from '../undo/undo-keys.tsx';
import { colourOf } from '../words/initials.ts';
import { FamilyHead } from './family-head.tsx';
import { FamilyTabs } from './family-tabs.tsx';
import type { OpenedFamily } from './open-family.tsx';
import { shownIn, tabsFor } from './tabs.tsx';

interface FamilyBodyProps extends OpenedFamily {
  readonly tab: FamilyTab;
}

/** The parts of an open family's page. */
export function FamilyBody({ tab, ...family }: FamilyBodyProps) {
  const open = useOpenRecord();
  const plan = useShownSection(open, planShared);
  const practice = useSection(open, planPractice);
  const practitioner = useSignedIn()?.practitioner;
  useBeingHere(plan?.section, colourOf(practitioner?.id ?? ''));
  useAnnouncedChanges(plan?.section, 'the plan');

  const held = useSections(open).flatMap((section) => (section.held ? [section.name] : []));
  const tabs = tabsFor(held);
  const shown = tabs.some((one) => one.tab === tab) ? tab : (tabs[0]?.tab ?? 'people');
  const undoable =
    shown === 'practice' ? practice : shown === 'chronology' || shown === 'notes' ? undefined : plan?.section;
  return (
    <>
      <FamilyHead summary={family.summary} facts={family.facts} canPrint={plan !== undefined} />
      <NotYetConfirmed pending={family.pending} />
      <div className="app-tabs-row">
        <FamilyTabs record={family.record} tabs={tabs} shown={shown} />
        <HereNow section={plan?.section} />
      </div>
      <QuestionBanner record={family.record} questions={plan?.questions ?? []} />
      {undoable !== undefined && <UndoKeys section={undoable} />}
      {shownIn(shown, family)}
    </>
  );
}

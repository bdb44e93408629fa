import { chronologyShared, earlyHelp, familyWords, planPractice, planShared } from '@caseweave/family';
import type { ReactNode } from 'react';
import { ChronologyTab } from '../chronology/chronology-tab.tsx';
import { FamilyWordsTab } from '../family-words/family-words-tab.tsx';
import { HistoryTab } from '../history/history-tab.tsx';
import { NotesTab } from '../notes/notes-tab.tsx';
import { PeopleTab } from '../people/people-tab.tsx';
import { PlanTab } from '../plan/plan-tab.tsx';
import { PracticeTab } from '../practice/practice-tab.tsx';
import { ReviewsTab } from '../reviews/reviews-tab.tsx';
import { familyTabs, isFamilyTab, type FamilyTab } from '../routing/family-tabs.ts';
import { OtherSections } from '../sections/other-sections.tsx';
import { listed } from '../words/plural.ts';
import type { OpenedFamily } from './open-family.tsx';

interface Tab {
  /** What it shows, by rows of the rights table: who may read none of them has no such tab. None: everybody has it. */
  readonly of: readonly string[];
  readonly shown: (family: OpenedFamily) => ReactNode;
}

/** A tab as a reader sees it. */
export interface ShownTab {
  readonly tab: FamilyTab;
  readonly title: string;
}

const tabs: Readonly<Record<Exclude<FamilyTab, 'other'>, Tab>> = {
  plan: { of: [planShared.name], shown: () => <PlanTab /> },
  people: { of: [], shown: (family) => <PeopleTab {...family} /> },
  chronology: { of: [chronologyShared.name], shown: () => <ChronologyTab /> },
  reviews: { of: [planShared.name], shown: () => <ReviewsTab /> },
  words: { of: [familyWords.name], shown: () => <FamilyWordsTab /> },
  practice: { of: [planPractice.name], shown: () => <PracticeTab /> },
  notes: { of: ['notes.*'], shown: ({ facts }) => <NotesTab facts={facts} /> },
  history: { of: [planShared.name], shown: ({ record }) => <HistoryTab record={record} /> },
};

const rowOf = (section: string): string => earlyHelp.section(section)?.row ?? section;
const elsewhere = new Set(Object.values(tabs).flatMap(({ of }) => of));
const isElsewhere = (section: string): boolean => elsewhere.has(rowOf(section));

/** The tabs that there are for a reader of these sections. What is not for them has none, so that nothing tells of it. */
export function tabsFor(sections: readonly string[]): readonly ShownTab[] {
  const rows = new Set(sections.map(rowOf));
  const others = sections.filter((section) => !isElsewhere(section));
  return Object.entries(familyTabs).flatMap(([tab, title]): readonly ShownTab[] => {
    if (!isFamilyTab(tab)) return [];
    // Sections without a tab of their own share one, which is called by what is in it.
    if (tab === 'other') return others.length === 0 ? [] : [{ tab, title: othersTitle(others, title) }];
    const { of } = tabs[tab];
    return of.length === 0 || of.some((row) => rows.has(row)) ? [{ tab, title }] : [];
  });
}

/** What a tab shows. */
export function shownIn(tab: FamilyTab, family: OpenedFamily): ReactNode {
  return tab === 'other' ? <OtherSections but={isElsewhere} /> : tabs[tab].shown(family);
}

function othersTitle(sections: readonly string[], otherwise: string): string {
  const titles = [...new Set(sections.flatMap((section) => earlyHelp.section(section)?.part.title ?? []))];
  return titles.length > 3 ? otherwise : listed(titles);
}

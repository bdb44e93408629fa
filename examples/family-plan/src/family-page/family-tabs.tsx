import { PageLink } from '../routing/page-link.tsx';
import type { FamilyTab } from '../routing/route.ts';

const words: Readonly<Record<FamilyTab, string>> = {
  plan: 'Plan',
  people: 'People',
  chronology: 'Chronology',
  reviews: 'Reviews and scores',
  practice: 'Practice',
  notes: 'Notes',
  words: 'Family’s words',
  safety: 'Safety and oversight',
  history: 'History',
};

interface FamilyTabsProps {
  readonly record: string;
  /** Those that there are for this reader. */
  readonly tabs: readonly FamilyTab[];
  readonly shown: FamilyTab;
}

/** The way between the parts of a family's page. */
export function FamilyTabs({ record, tabs, shown }: FamilyTabsProps) {
  return (
    <nav className="app-tabs" aria-label="Family">
      <ul>
        {tabs.map((tab) => (
          <li key={tab}>
            <PageLink to={{ page: 'family', record, tab }} className="app-tabs__link" current={tab === shown}>
              {words[tab]}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import type { FamilyTab } from '../routing/family-tabs.ts';
import { PageLink } from '../routing/page-link.tsx';

interface FamilyTabsProps {
  readonly record: string;
  /** Those that there are for this reader. */
  readonly tabs: readonly { readonly tab: FamilyTab; readonly title: string }[];
  readonly shown: FamilyTab;
}

/** The way between the parts of a family's page. */
export function FamilyTabs({ record, tabs, shown }: FamilyTabsProps) {
  return (
    <nav className="app-tabs" aria-label="Family">
      <ul>
        {tabs.map(({ tab, title }) => (
          <li key={tab}>
            <PageLink to={{ page: 'family', record, tab }} className="app-tabs__link" current={tab === shown}>
              {title}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

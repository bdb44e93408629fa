import { useCaseloadStatus } from '@caseweave/react';
import { useEffect, useRef, type ReactNode } from 'react';
import { NewVersion } from '../offline/new-version.tsx';
import { isKeptOnDevice, type Practitioner } from '../sign-in/practitioner.ts';
import { rememberedOffer } from '../sign-in/sign-in-offer.ts';
import { PageLink } from '../routing/page-link.tsx';
import { useRoute } from '../routing/use-route.ts';
import { Announcements } from '../page/announcements.tsx';
import { OnlineOnly } from './online-only.tsx';
import { StatusLine } from './status-line.tsx';
import { TabNotice } from './tab-notice.tsx';
import { UserMenu } from './user-menu.tsx';

interface LayoutProps {
  readonly practitioner: Practitioner;
  readonly children: ReactNode;
}

/** The frame of every page: where one is, who one is, and what has become of one's work. */
export function Layout({ practitioner, children }: LayoutProps) {
  const route = useRoute();
  const isDemo = rememberedOffer()?.type === 'demo';
  const { saving } = useCaseloadStatus();
  const main = useRef<HTMLElement>(null);
  const place = 'record' in route ? `${route.page} ${route.record}` : route.page;
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    // A new page is read from its beginning; within a page the focus stays where it is.
    before.current = place;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [place]);
  return (
    <>
      <a href="#main" className="govuk-skip-link">
        Skip to main content
      </a>
      <header className="app-header">
        <div className="app-header__bar app-width">
          <span className="app-header__name">Caseweave</span>
          <nav aria-label="Main">
            <PageLink to={{ page: 'caseload' }} className="app-header__link" current={route.page === 'caseload'}>
              My caseload
            </PageLink>
          </nav>
          <UserMenu practitioner={practitioner} />
        </div>
        <StatusLine isKept={isKeptOnDevice(practitioner)} />
      </header>
      <TabNotice />
      {!isKeptOnDevice(practitioner) && <OnlineOnly />}
      <NewVersion isSaving={saving > 0} />
      <main className="app-width app-main" id="main" tabIndex={-1} ref={main}>
        {children}
      </main>
      <footer className="app-footer">
        <div className="app-width">{isDemo && 'A demonstration. Everybody in it is made up.'}</div>
      </footer>
      <Announcements />
    </>
  );
}

import type { MouseEvent, ReactNode } from 'react';
import { navigate } from './use-route.ts';
import { pathOf, type Route } from './route.ts';

interface PageLinkProps {
  readonly to: Route;
  readonly className?: string;
  readonly current?: boolean;
  readonly children: ReactNode;
}

/** A link to another page of the app; a plain link for those who open it in a new tab. */
export function PageLink({ to, className = 'govuk-link', current = false, children }: PageLinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a href={pathOf(to)} className={className} onClick={follow} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  );
}

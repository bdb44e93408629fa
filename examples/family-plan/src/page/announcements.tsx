import { useSyncExternalStore } from 'react';
import { announcement, onAnnouncement } from './announcer.ts';

/** Reads out, politely, what others change and what became of one's own. */
export function Announcements() {
  const words = useSyncExternalStore(onAnnouncement, announcement);
  return (
    <div className="govuk-visually-hidden" aria-live="polite" data-testid="announcements">
      {words}
    </div>
  );
}

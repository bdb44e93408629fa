import { useCaseloadStatus } from '@caseweave/react';

/** Says in a second tab that it reads along, and where to write. */
export function TabNotice() {
  const { tab } = useCaseloadStatus();
  if (tab === 'writer') return null;
  return (
    <div className="app-notice" role="status" data-testid="tab-notice">
      <p className="app-width">
        <strong>This tab reads along.</strong> Your caseload is open in another tab, and changes are made there. When
        you close that tab, this one takes over.
      </p>
    </div>
  );
}

import { useCaseloadStatus } from '@caseweave/react';
import { useEffect } from 'react';

/** Says to a family's own people that nothing of theirs is kept on this device, and asks before unsent words are lost. */
export function OnlineOnly() {
  const { onDevice, saving } = useCaseloadStatus();
  const isUnsent = onDevice + saving > 0;
  useEffect(() => {
    if (!isUnsent) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsent]);
  return (
    <div className="app-notice" data-testid="online-only">
      <p className="app-width">
        <strong>This page works only while you are online.</strong> Nothing of it is kept on this device. What you write
        without a connection waits in this page, and is lost if you close the page before it is sent.
      </p>
    </div>
  );
}

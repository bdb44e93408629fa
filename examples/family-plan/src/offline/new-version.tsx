import { useEffect, useState } from 'react';
import { takeNewVersion, useAppVersion } from './app-version.ts';
import { hasUnsavedTyping, useUnsavedTyping } from './unsaved-typing.ts';

interface NewVersionProps {
  /** Whether a change is on its way into this device's store. */
  readonly isSaving: boolean;
}

/** Says that a new version of the app is there. It is used when the person says so, and never over something typed. */
export function NewVersion({ isSaving }: NewVersionProps) {
  const version = useAppVersion();
  const isTyping = useUnsavedTyping();
  const [wanted, setWanted] = useState(false);
  const mayLoad = wanted && !isTyping && !isSaving;
  useEffect(() => {
    if (!mayLoad || hasUnsavedTyping()) return;
    if (version === 'ready') takeNewVersion();
    if (version === 'behind') window.location.reload();
  }, [mayLoad, version]);
  if (version === 'current') return null;
  return (
    <div className="app-notice" role="status" data-testid="new-version">
      <p className="app-width">
        <strong>{version === 'ready' ? 'A new version is ready.' : 'A new version is in use.'}</strong>{' '}
        {wanted ? waitingWords(isTyping) : restWords[version]}{' '}
        {!wanted && (
          <button type="button" className="app-link-button" onClick={() => setWanted(true)}>
            Use it now
          </button>
        )}
        {wanted && isTyping && (
          <button type="button" className="app-link-button" onClick={() => setWanted(false)}>
            Not now
          </button>
        )}
      </p>
    </div>
  );
}

const restWords = {
  ready: 'It comes by itself once every tab of Caseweave has been closed. What you have written stays.',
  behind: 'This tab still works, with the version before. What you have written stays.',
} as const;

const waitingWords = (isTyping: boolean): string =>
  isTyping ? 'It is used as soon as you have finished what you are typing.' : 'One moment.';

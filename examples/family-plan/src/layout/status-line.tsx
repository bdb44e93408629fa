import { useCaseload, useCaseloadStatus } from '@caseweave/react';
import { PageLink } from '../routing/page-link.tsx';
import { signInAgain } from '../sign-in/sign-in-again.ts';
import { plural } from '../words/plural.ts';
import { StatusShape } from './status-shape.tsx';
import { useNow } from '../words/use-now.ts';
import { connectionInWords, workInWords } from './status-words.ts';

/** One line on the state of the work: on the server, on this device, or in need of attention; and the connection. */
export function StatusLine({ isKept }: { readonly isKept: boolean }) {
  const caseload = useCaseload();
  const status = useCaseloadStatus();
  const now = useNow();
  const { connection, firstSync, attention, onDevice, saving, storage } = status;
  const shape = attention > 0 ? 'attention' : onDevice + saving > 0 ? 'device' : 'server';
  return (
    <div className="app-status">
      <div className="app-status__bar app-width">
        <p className={`app-status__work app-status__work--${shape}`} role="status" data-testid="work-status">
          <StatusShape shape={shape} />
          {workInWords(status, isKept)}
          {attention > 0 && (
            <>
              {' '}
              <PageLink to={{ page: 'attention' }}>See what to do</PageLink>
            </>
          )}
        </p>
        <p className={`app-status__connection app-status__connection--${connection}`} data-testid="connection-status">
          <span className="app-status__dot" aria-hidden="true" />
          {connectionInWords(status, now)}
          {connection === 'sign-in-needed' && (
            <button type="button" className="app-link-button" onClick={() => void signInAgain(caseload)}>
              Sign in again
            </button>
          )}
          {firstSync !== null && ` (fetching your caseload: ${firstSync.have} of ${plural(firstSync.of, 'section')})`}
        </p>
      </div>
      {storage !== null && (
        <p className="app-status__storage app-width" role="alert">
          This device could not store your last change. {storage.remedy}
        </p>
      )}
    </div>
  );
}

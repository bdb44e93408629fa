import { statusWords } from '@caseweave/caseload';
import { useCaseload } from '../caseload-context.tsx';
import { useCaseloadStatus } from '../use-caseload-parts.ts';

/** How the work of this device is, in true words, with the switch for working offline. */
export function StatusLine() {
  const caseload = useCaseload();
  const status = useCaseloadStatus();
  const { work, connection } = statusWords(status);
  const { firstSync, storage } = status;
  const isOff = status.connection === 'switched-off';
  return (
    <div className="cw-status">
      <p role="status">
        {`${work}. ${connection}.`}
        {firstSync !== null && ` Fetching: ${firstSync.have} of ${firstSync.of} sections.`}
      </p>
      {storage !== null && <p role="alert">{`This device could not store your last change. ${storage.remedy}`}</p>}
      <button type="button" onClick={() => (isOff ? caseload.switchOn() : caseload.switchOff())}>
        {isOff ? 'Work online' : 'Work offline'}
      </button>
    </div>
  );
}

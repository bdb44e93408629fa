import type { Caseload } from '@caseweave/caseload';
import { useCaseloadStatus } from '@caseweave/react';
import { keepSwitchedOff } from '../offline/kept-switch.ts';

/** Closes the connection, to show what the app does without one. It stays closed over reloads. */
export function OfflineSwitch({ caseload }: { readonly caseload: Caseload }) {
  const { connection } = useCaseloadStatus();
  const isOff = connection === 'switched-off';
  const turn = () => {
    keepSwitchedOff(!isOff);
    if (isOff) caseload.switchOn();
    else caseload.switchOff();
  };
  return (
    <button type="button" className="app-switch" role="switch" aria-checked={isOff} onClick={turn}>
      <span className="app-switch__track" aria-hidden="true" />
      Work offline
      <span className="app-switch__state" aria-hidden="true">
        {isOff ? 'On' : 'Off'}
      </span>
    </button>
  );
}

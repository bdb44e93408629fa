import { useCaseload, useCaseloadStatus, useEdits } from '@caseweave/react';
import { useState } from 'react';

/** The state of the work, the offline switch, and signing out. */
export function Account() {
  const caseload = useCaseload();
  const { connection, onDevice, attention } = useCaseloadStatus();
  const edits = useEdits();
  const [unsent, setUnsent] = useState(0);
  const isOff = connection === 'switched-off';
  const signOut = async (discardUnsent: boolean) => {
    const outcome = await caseload.signOut({ discardUnsent });
    if (outcome.type === 'unsent') setUnsent(outcome.count);
    if (outcome.type === 'signed-out') location.reload();
  };
  return (
    <section aria-label="Account">
      <p aria-label="State of the work">{`${connection}: ${onDevice} on this device, ${attention} need attention`}</p>
      <button type="button" onClick={() => (isOff ? caseload.switchOn() : caseload.switchOff())}>
        {isOff ? 'Work online' : 'Work offline'}
      </button>
      {edits
        .filter(({ state }) => state === 'attention')
        .map(({ batch, why, remedy }) => (
          <p key={batch}>
            {`${why} ${remedy}`}{' '}
            <button type="button" onClick={() => void caseload.dismiss(batch)}>
              Put away
            </button>
          </p>
        ))}
      {unsent === 0 ? (
        <button type="button" onClick={() => void signOut(false)}>
          Sign out
        </button>
      ) : (
        <button type="button" onClick={() => void signOut(true)}>{`Throw ${unsent} changes away and sign out`}</button>
      )}
    </section>
  );
}

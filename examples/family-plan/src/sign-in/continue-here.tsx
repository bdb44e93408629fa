import { useMemo } from 'react';
import { currentPasses, hasLapsedPass } from './offline-pass.ts';
import { keepSignedIn } from './signed-in.ts';

/** Those whose caseload is on this device, to go on without asking the server. */
export function ContinueHere() {
  const { passes, hasLapsed } = useMemo(() => {
    const now = Date.now();
    return { passes: currentPasses(now), hasLapsed: hasLapsedPass(now) };
  }, []);
  return (
    <>
      {passes.length > 0 && (
        <section className="app-continue" aria-labelledby="continue-heading">
          <h2 className="govuk-heading-s" id="continue-heading">
            On this device
          </h2>
          <div className="app-button-row">
            {passes.map(({ practitioner }) => (
              <button
                key={practitioner.id}
                type="button"
                className="govuk-button app-small-button"
                onClick={() => keepSignedIn({ practitioner, token: null })}
              >
                Continue as {practitioner.name}
              </button>
            ))}
          </div>
        </section>
      )}
      {hasLapsed && (
        <p className="govuk-inset-text">
          A caseload on this device has not been in touch with the server for three days. It stays here, with all that
          was written in it, and opens again once its owner has signed in with a connection.
        </p>
      )}
    </>
  );
}

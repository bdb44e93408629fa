import type { Caseload } from '@caseweave/caseload';
import { useState } from 'react';
import { keepSwitchedOff } from '../offline/kept-switch.ts';
import { forgetKnownHere } from '../decisions/known-here.ts';
import { leaveIssuer } from '../sign-in/issuer/leave-issuer.ts';
import { dropPass } from '../sign-in/offline-pass.ts';
import { keepSignedIn, signedIn } from '../sign-in/signed-in.ts';
import { plural } from '../words/plural.ts';

/** Signs out, and asks first when work is on this device alone. */
export function SignOut({ caseload }: { readonly caseload: Caseload }) {
  const [unsent, setUnsent] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const signOut = async (discardUnsent: boolean) => {
    const result = await caseload.signOut({ discardUnsent });
    if (result.type === 'unsent') {
      setUnsent(result.count);
      return;
    }
    if (result.type === 'failed') {
      setProblem(result.remedy);
      return;
    }
    keepSwitchedOff(false);
    const left = signedIn();
    if (left !== null) {
      dropPass(left.practitioner.id);
      forgetKnownHere(left.practitioner.id);
    }
    keepSignedIn(null);
    leaveIssuer();
  };
  if (unsent === 0) {
    return (
      <>
        <button type="button" className="app-menu-button" onClick={() => void signOut(false)}>
          Sign out
        </button>
        {problem !== null && (
          <p className="govuk-error-message" role="alert">
            {problem}
          </p>
        )}
      </>
    );
  }
  return (
    <div className="app-ask" role="alertdialog" aria-label="Sign out with unsent changes?">
      <p>
        {plural(unsent, 'change')} {unsent === 1 ? 'is' : 'are'} on this device only. Signing out now throws{' '}
        {unsent === 1 ? 'it' : 'them'} away.
      </p>
      <button type="button" className="govuk-button app-small-button" onClick={() => setUnsent(0)}>
        Stay signed in
      </button>
      <button
        type="button"
        className="govuk-button govuk-button--warning app-small-button"
        onClick={() => void signOut(true)}
      >
        Throw away and sign out
      </button>
    </div>
  );
}

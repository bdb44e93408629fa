import { useId, useState } from 'react';
import { ContinueHere } from './continue-here.tsx';
import { signInAs } from './demo-sign-in.ts';
import { findPractitioners, type Practitioner } from './practitioner.ts';
import { PractitionersByHub } from './practitioners-by-hub.tsx';
import { keepSignedIn } from './signed-in.ts';
import { usePractitioners } from './use-practitioners.ts';

const problems = {
  unreachable: 'The server cannot be reached. Nothing is lost: try again in a moment.',
  refused: 'The server did not sign you in. Choose somebody else, or load the page again.',
} as const;

/** Signing in to the demo authority: no passwords, since nobody in it is real. */
export function DemoSignInPage() {
  const { list, again } = usePractitioners();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<keyof typeof problems | null>(null);
  const search = useId();

  const signIn = async (practitioner: Practitioner) => {
    const asked = await signInAs(practitioner.id);
    if (asked.type === 'answered') keepSignedIn({ practitioner, token: asked.answer });
    else setProblem(asked.type);
  };

  const found = list.type === 'here' ? findPractitioners(list.all, typed) : [];
  return (
    <main className="govuk-width-container app-sign-in" id="main">
      <h1 className="govuk-heading-l">Sign in to the demonstration</h1>
      <p className="govuk-body">
        Choose who you are. Everyone here, and every family, is made up. Open a second browser window as somebody else
        to write in one plan together.
      </p>
      <ContinueHere />
      {problem !== null && (
        <p className="govuk-error-message" role="alert">
          <span className="govuk-visually-hidden">Error: </span>
          {problems[problem]}
        </p>
      )}
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor={search}>
          Find by name, hub, agency or role
        </label>
        <input
          className="govuk-input govuk-input--width-20"
          id={search}
          type="search"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {list.type === 'loading' && <p className="govuk-body">Asking who works here…</p>}
      {list.type === 'unreachable' && (
        <div className="govuk-inset-text">
          <p>The server cannot be reached, so nobody can sign in just now. Work already on this device stays there.</p>
          <button type="button" className="govuk-button govuk-button--secondary" onClick={again}>
            Try again
          </button>
        </div>
      )}
      {list.type === 'here' && (
        <>
          <p className="govuk-body-s" role="status">
            {found.length === list.all.length
              ? `${found.length} people`
              : `${found.length} of ${list.all.length} people`}
          </p>
          <PractitionersByHub practitioners={found} onChoose={(chosen) => void signIn(chosen)} />
        </>
      )}
    </main>
  );
}

import { ContinueHere } from './continue-here.tsx';
import { DemoSignInPage } from './demo-sign-in-page.tsx';
import { IssuerSignInPage } from './issuer/issuer-sign-in-page.tsx';
import { problemWords, type SignInProblem } from './sign-in-problem.ts';
import { useSignInOffer } from './use-sign-in-offer.ts';

/** Signing in, as this server wants it: at an issuer, or as anybody in the demonstration. */
export function SignInPage({ problem }: { readonly problem: SignInProblem | null }) {
  const { offer, isUnreachable, again } = useSignInOffer();
  if (offer?.type === 'demo') return <DemoSignInPage />;
  if (offer?.type === 'issuer')
    return <IssuerSignInPage offer={offer} problem={problem} isUnreachable={isUnreachable} />;
  return (
    <main className="govuk-width-container app-sign-in" id="main">
      <h1 className="govuk-heading-l">Sign in</h1>
      <ContinueHere />
      {offer?.type === 'none' && <p className="govuk-body">Signing in is not set up at this server.</p>}
      {offer === null && !isUnreachable && <p className="govuk-body">Asking the server…</p>}
      {offer === null && isUnreachable && (
        <div className="govuk-inset-text">
          <p>{problemWords.unreachable}</p>
          <button type="button" className="govuk-button govuk-button--secondary" onClick={again}>
            Try again
          </button>
        </div>
      )}
    </main>
  );
}

import { ContinueHere } from '../continue-here.tsx';
import type { IssuerOffer } from '../sign-in-offer.ts';
import { problemWords, type SignInProblem } from '../sign-in-problem.ts';

interface IssuerSignInPageProps {
  readonly offer: IssuerOffer;
  readonly problem: SignInProblem | null;
  readonly isUnreachable: boolean;
}

/** Signing in with one's account at work. */
export function IssuerSignInPage({ offer, problem: problemBefore, isUnreachable }: IssuerSignInPageProps) {
  const problem = isUnreachable ? 'unreachable' : problemBefore;
  const leave = async () => (await import('./go-to-issuer.ts')).goToIssuer(offer, window.location.pathname);
  return (
    <main className="govuk-width-container app-sign-in" id="main">
      <h1 className="govuk-heading-l">Sign in</h1>
      {problem !== null && (
        <p className="govuk-error-message" role="alert">
          <span className="govuk-visually-hidden">Error: </span>
          {problemWords[problem]}
        </p>
      )}
      <p className="govuk-body">You sign in with your account at {new URL(offer.issuer).host}.</p>
      <button type="button" className="govuk-button" onClick={() => void leave()}>
        Sign in
      </button>
      {isUnreachable && <ContinueHere />}
    </main>
  );
}

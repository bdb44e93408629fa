import { CaseloadPage } from './caseload/caseload-page.tsx';
import { MyCaseload } from './caseload/my-caseload.tsx';
import { AskKnownHere } from './decisions/ask-known-here.tsx';
import { MissingPage } from './family-page/missing-page.tsx';
import { Layout } from './layout/layout.tsx';
import { NewVersion } from './offline/new-version.tsx';
import { late } from './late/late.tsx';
import { useRoute } from './routing/use-route.ts';
import { KeepPass } from './sign-in/keep-pass.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import { isKeptOnDevice } from './sign-in/practitioner.ts';
import type { SignInProblem } from './sign-in/sign-in-problem.ts';
import { useSignedIn } from './sign-in/use-signed-in.ts';

const opening = () => (
  <p className="govuk-body" role="status">
    Opening…
  </p>
);

// The list comes first; what is opened from it is fetched after the first paint.
const AttentionPage = late(async () => (await import('./attention/attention-page.tsx')).AttentionPage);
const FamilyPage = late(async () => (await import('./family-page/family-page.tsx')).FamilyPage, { meanwhile: opening });
const RegisterPage = late(async () => (await import('./decisions/register-page.tsx')).RegisterPage);
const PrintPage = late(async () => (await import('./print/print-page.tsx')).PrintPage);

/** The app: signing in, or the caseload of who is signed in. */
export function App({ problem }: { readonly problem: SignInProblem | null }) {
  const signedIn = useSignedIn();
  if (signedIn === null)
    return (
      <>
        <NewVersion isSaving={false} />
        <SignInPage problem={problem} />
      </>
    );
  const { practitioner } = signedIn;
  return (
    <MyCaseload key={practitioner.id} practitioner={practitioner}>
      {isKeptOnDevice(practitioner) && <KeepPass practitioner={practitioner} />}
      <AskKnownHere practitioner={practitioner}>
        <Layout practitioner={practitioner}>
          <Page />
        </Layout>
      </AskKnownHere>
    </MyCaseload>
  );
}

function Page() {
  const route = useRoute();
  switch (route.page) {
    case 'caseload':
      return <CaseloadPage />;
    case 'attention':
      return <AttentionPage />;
    case 'family':
      return <FamilyPage key={route.record} record={route.record} tab={route.tab} />;
    case 'print':
      return <PrintPage key={route.record} record={route.record} />;
    case 'register':
      return <RegisterPage />;
    case 'missing':
      return <MissingPage />;
  }
}

/** The parts that the guide shows, on one page. */
import { demoToken } from '@caseweave/browser';
import type { CaseloadRecord } from '@caseweave/caseload';
import { CaseloadProvider, useRecord, useRecords, useSection, useSectionView } from '@caseweave/react';
import { createRoot } from 'react-dom/client';
import { ourPlan } from '../declare/extend.ts';
import { Account } from './account.tsx';
import { LeaveTeam } from './leave-team.tsx';
import { openFor } from './open.ts';
import { Questions } from './questions.tsx';
import { Story } from './story.tsx';
import { TakeBack } from './take-back.tsx';

const principal = new URLSearchParams(location.search).get('as') ?? 'early-help-1';
const caseload = await openFor(principal, demoToken(principal));

function Page() {
  const family = useRecords().find(
    ({ kind, sections }) => kind === 'family' && JSON.stringify(sections).includes('Okafor'),
  );
  return family === undefined ? <p>Fetching …</p> : <Family family={family} />;
}

function Family({ family }: { readonly family: CaseloadRecord }) {
  const record = useRecord(family.record);
  const plan = useSection(record, ourPlan);
  const view = useSectionView(record, ourPlan);
  if (view === undefined) return <p>Opening …</p>;
  return (
    <main>
      <h1>{view.familyName}</h1>
      <p aria-label="Budget code">{view['leeds:budgetCode'] ?? 'none'}</p>
      <button type="button" onClick={() => plan?.edit((draft) => void (draft['leeds:budgetCode'] = 'EH2041'))}>
        Charge EH2041
      </button>
      <Questions record={record} />
      <Story record={record} />
      <TakeBack record={record} />
      <LeaveTeam family={family} who="housing-1" />
      <Account />
    </main>
  );
}

createRoot(document.querySelector('#app') ?? document.body).render(
  <CaseloadProvider caseload={caseload}>
    <Page />
  </CaseloadProvider>,
);

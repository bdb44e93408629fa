import { planShared } from '@caseweave/family';
import { useOpenRecord, useShownSection } from '@caseweave/react';
import { useMemo } from 'react';
import { OpenFamily, type OpenedFamily } from '../family-page/open-family.tsx';
import { MissingPage } from '../family-page/missing-page.tsx';
import { useTitle } from '../page/use-title.ts';
import { PeopleContext, usePeople } from '../families/people-context.tsx';
import { PageLink } from '../routing/page-link.tsx';
import { namedOnPaper } from './known-to-family.ts';
import { PrintedPlan } from './printed-plan.tsx';

/** A family's plan as a document for the family: to print, or to save as a PDF. */
export function PrintPage({ record }: { readonly record: string }) {
  return <OpenFamily record={record}>{(family) => <ToPrint {...family} />}</OpenFamily>;
}

function ToPrint(family: OpenedFamily) {
  const plan = useShownSection(useOpenRecord(), planShared);
  const known = usePeople();
  const people = useMemo(() => namedOnPaper(known, family.facts.team), [known, family.facts.team]);
  useTitle(`${family.summary.name}: our plan`);
  if (plan === undefined) return <MissingPage />;
  return (
    <>
      <div className="app-print-bar">
        <PageLink to={{ page: 'family', record: family.record, tab: 'plan' }}>Back to the plan</PageLink>
        <button type="button" className="govuk-button app-small-button" onClick={() => window.print()}>
          Print or save as a PDF
        </button>
        <p className="app-quiet">
          This is what the family may read: the shared plan and their own words. Notes, thinking among practitioners and
          anything about safety are never in it.
        </p>
      </div>
      <PeopleContext value={people}>
        <PrintedPlan {...family} plan={plan} />
      </PeopleContext>
    </>
  );
}

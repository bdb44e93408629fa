import type { CaseloadRecord } from '@caseweave/caseload';
import { useRecord, useRecords } from '@caseweave/react';
import { useMemo } from 'react';
import { readFacts } from '../caseload/family-facts.ts';
import { readFamilies } from '../caseload/family-summary.ts';
import { useTitle } from '../layout/use-title.ts';
import { OpenRecordContext } from '../open-record/open-record-context.tsx';
import { PeopleContext } from '../people/people-context.tsx';
import type { FamilyTab } from '../routing/route.ts';
import { FamilyBody } from './family-body.tsx';
import { MissingPage } from './missing-page.tsx';

interface FamilyPageProps {
  readonly record: string;
  readonly tab: FamilyTab;
}

/** A family: who is in it, and its plan. */
export function FamilyPage({ record, tab }: FamilyPageProps) {
  const stored = useRecords().find((one) => one.record === record);
  return stored?.kind === 'family' ? <OpenFamily stored={stored} tab={tab} /> : <MissingPage />;
}

function OpenFamily({ stored, tab }: { readonly stored: CaseloadRecord; readonly tab: FamilyTab }) {
  const { record } = stored;
  const records = useRecords();
  const open = useRecord(record);
  const facts = useMemo(() => readFacts(stored.facts), [stored.facts]);
  const summary = useMemo(() => readFamilies(records).find((family) => family.record === record), [records, record]);
  useTitle(summary?.name ?? 'Family');
  const people = useMemo(() => {
    const family = (summary?.people ?? []).map(({ person, name }) => ({ value: person, words: name }));
    return { people: family, owners: [...facts.team.map(({ id, name }) => ({ value: id, words: name })), ...family] };
  }, [facts, summary]);

  if (summary === undefined) return <MissingPage />;
  if (open === undefined) {
    return (
      <>
        <h1 className="govuk-heading-l app-page-heading">{summary.name}</h1>
        <p className="govuk-body" role="status">
          Opening the plan…
        </p>
      </>
    );
  }
  return (
    <OpenRecordContext value={open}>
      <PeopleContext value={people}>
        <FamilyBody record={record} summary={summary} facts={facts} tab={tab} />
      </PeopleContext>
    </OpenRecordContext>
  );
}

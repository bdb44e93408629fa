import type { CaseloadRecord } from '@caseweave/caseload';
import { OpenRecordProvider, useRecord, useRecords } from '@caseweave/react';
import { useMemo, type ReactNode } from 'react';
import { readFacts, type FamilyFacts } from '../families/family-facts.ts';
import { readFamilies, type FamilySummary } from '../families/family-summary.ts';
import { PeopleContext } from '../families/people-context.tsx';
import { MissingPage } from './missing-page.tsx';

/** A family whose record is open. */
export interface OpenedFamily {
  readonly record: CaseloadRecord['record'];
  readonly summary: FamilySummary;
  readonly facts: FamilyFacts;
  /** What was decided on this device and is not yet confirmed. */
  readonly pending: CaseloadRecord['pending'];
}

interface OpenFamilyProps {
  readonly record: string;
  readonly children: (family: OpenedFamily) => ReactNode;
}

/** Opens a family's record for what is inside. A family that is not there and one that is not for this reader look the same. */
export function OpenFamily({ record, children }: OpenFamilyProps) {
  const stored = useRecords().find((one) => one.record === record);
  return stored?.kind === 'family' ? <Opening stored={stored}>{children}</Opening> : <MissingPage />;
}

function Opening({ stored, children }: { readonly stored: CaseloadRecord } & Pick<OpenFamilyProps, 'children'>) {
  const { record } = stored;
  const records = useRecords();
  const open = useRecord(record);
  const facts = useMemo(() => readFacts(stored.facts), [stored.facts]);
  const summary = useMemo(() => readFamilies(records).find((family) => family.record === record), [records, record]);
  const people = useMemo(() => {
    const family = (summary?.people ?? []).map(({ person, name }) => ({ value: person, words: name }));
    const team = facts.team.map(({ id, name }) => ({ value: id, words: name }));
    return { team, people: family, owners: [...team, ...family] };
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
    <OpenRecordProvider record={open}>
      <PeopleContext value={people}>{children({ record, summary, facts, pending: stored.pending })}</PeopleContext>
    </OpenRecordProvider>
  );
}

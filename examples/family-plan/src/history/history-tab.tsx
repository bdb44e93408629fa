import type { RecordId } from '@caseweave/caseload';
import { planShared } from '@caseweave/family';
import { useOpenRecord, useShownSection, type ShownSection } from '@caseweave/react';
import { useMemo, useState } from 'react';
import { WhatWasDecided } from '../decisions/what-was-decided.tsx';
import { useAround } from '../values/around.ts';
import { authorWords } from '../words/author-words.ts';
import { momentInWords } from '../words/dates.ts';
import { useNow } from '../words/use-now.ts';
import { writingsOf } from './writings.ts';

const atOnce = 50;

/** Who wrote what stands in the plan, and when. */
export function HistoryTab({ record }: { readonly record: RecordId }) {
  const plan = useShownSection(useOpenRecord(), planShared);
  return plan === undefined ? null : <History record={record} plan={plan} />;
}

function History({ record, plan }: { readonly record: RecordId; readonly plan: ShownSection<typeof planShared> }) {
  const now = useNow();
  const [count, setCount] = useState(atOnce);
  const { section, view } = plan;
  const around = useAround(planShared, view);
  // The view is what the list is made of: a new one means a new list.
  const writings = useMemo(
    () => (view === section.current.view() ? writingsOf(section.current, around) : []),
    [section, view, around],
  );
  return (
    <>
      <WhatWasDecided record={record} />
      <h2 className="govuk-heading-m">Who wrote what</h2>
      <ol className="app-history">
        {writings.slice(0, count).map(({ key, label, row, words, provenance }) => (
          <li key={key}>
            <p className="app-history__what">
              <strong>{label}</strong>
              {row === null || row === words ? '' : ` of “${row}”`}: {words}
            </p>
            <p className="app-quiet">
              {authorWords(provenance)}
              {provenance.at === undefined ? '' : `, ${momentInWords(provenance.at, now)}`}
              {provenance.why === undefined ? '' : `. Reason: ${provenance.why}`}
            </p>
          </li>
        ))}
      </ol>
      {writings.length > count && (
        <button type="button" className="govuk-button govuk-button--secondary" onClick={() => setCount(count + atOnce)}>
          Show more
        </button>
      )}
    </>
  );
}

import type { RecordId } from '@caseweave/caseload';
import { useMemo, useState } from 'react';
import { WhatWasDecided } from '../decisions/what-was-decided.tsx';
import { usePeople } from '../families/people-context.tsx';
import type { Plan } from '../plan/plan.ts';
import { authorWords } from '../words/author-words.ts';
import { momentInWords } from '../words/dates.ts';
import { saidValue } from '../plan/said-value.ts';
import { useNow } from '../words/use-now.ts';
import { writingsOf } from './writings.ts';

const atOnce = 50;

/** Who wrote what stands in the plan, and when. */
export function HistoryTab({ record, plan }: { readonly record: RecordId; readonly plan: Plan }) {
  const now = useNow();
  const known = usePeople();
  const [count, setCount] = useState(atOnce);
  const { section, view } = plan;
  // The view is what the list is made of: a new one means a new list.
  const writings = useMemo(() => (view === section.current.view() ? writingsOf(section.current) : []), [section, view]);
  const said = (words: string) => saidValue(words, known, view);
  return (
    <>
      <WhatWasDecided record={record} />
      <h2 className="govuk-heading-m">Who wrote what</h2>
      <ol className="app-history">
        {writings.slice(0, count).map(({ key, label, row, words, provenance }) => (
          <li key={key}>
            <p className="app-history__what">
              <strong>{label}</strong>
              {row === null || row === words ? '' : ` of “${said(row)}”`}: {said(words)}
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

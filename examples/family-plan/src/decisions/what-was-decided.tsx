import type { RecordId } from '@caseweave/caseload';
import { useDecisions } from '@caseweave/react';
import { momentInWords } from '../words/dates.ts';
import { useNow } from '../words/use-now.ts';

/** What was decided about a record lately, by whom and when. */
export function WhatWasDecided({ record }: { readonly record: RecordId }) {
  const now = useNow();
  const decisions = useDecisions(record).filter(({ words }) => words !== null);
  if (decisions.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">What was decided</h2>
      <ol className="app-history">
        {decisions.map(({ key, words, by, at }) => (
          <li key={key}>
            <p className="app-history__what">{words}</p>
            <p className="app-quiet">
              {by === null ? '' : `${by.name}, `}
              {momentInWords(at, now)}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

import type { EditState } from '@caseweave/caseload';
import { useCaseload, useEdits, useRecords } from '@caseweave/react';
import { useMemo } from 'react';
import { readFamilies } from '../families/family-summary.ts';
import { useTitle } from '../page/use-title.ts';
import { PageLink } from '../routing/page-link.tsx';
import { momentInWords } from '../words/dates.ts';
import { plural } from '../words/plural.ts';
import { useNow } from '../words/use-now.ts';

/** Changes that the server did not take: each in words, why, and what to do. */
export function AttentionPage() {
  useTitle('Changes that need attention');
  const caseload = useCaseload();
  const edits = useEdits().filter(({ state }) => state === 'attention');
  const records = useRecords();
  const families = useMemo(
    () => new Map(readFamilies(records).map((family) => [family.record, family.name])),
    [records],
  );
  const now = useNow();
  return (
    <>
      <h1 className="govuk-heading-l app-page-heading">Changes that need attention</h1>
      {edits.length === 0 ? (
        <p className="govuk-inset-text">Nothing needs your attention. Every change was taken, or is on its way.</p>
      ) : (
        <p className="govuk-body">
          {plural(edits.length, 'change')} could not be taken as {edits.length === 1 ? 'it was' : 'they were'} written.
          Nothing is thrown away until you put it away.
        </p>
      )}
      <ul className="app-attention" aria-label="Changes that need attention">
        {edits.map((edit) => (
          <li key={edit.batch} className="app-attention__item">
            <h2 className="govuk-heading-s">
              {(edit.record === null ? undefined : families.get(edit.record)) ?? 'A record'}
            </h2>
            <ChangeWords edit={edit} />
            {edit.at !== null && (
              <p className="app-quiet">
                {edit.kind === 'decision' ? 'Decided' : 'Written'} {momentInWords(edit.at, now)}
              </p>
            )}
            <p>
              <strong>Why:</strong> {edit.why}
            </p>
            {edit.kind === 'decision' && edit.stands !== undefined && (
              <p>
                <strong>What stands:</strong> {edit.stands}
              </p>
            )}
            <p>
              <strong>What to do:</strong> {edit.remedy}
            </p>
            <div className="app-button-row">
              {edit.record !== null && families.has(edit.record) && (
                <PageLink to={{ page: 'family', record: edit.record, tab: 'plan' }}>Open the plan</PageLink>
              )}
              <button
                type="button"
                className="govuk-button govuk-button--secondary app-small-button"
                onClick={() => void caseload.dismiss(edit.batch)}
              >
                Put away
              </button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function ChangeWords({ edit }: { readonly edit: EditState }) {
  if (edit.kind === 'decision') return <p className="govuk-body">{edit.words}</p>;
  return (
    <>
      <ul className="govuk-list govuk-list--bullet">
        {edit.changes.map(({ path, label, words }, place) => (
          // One edit may change a path twice; its changes never move.
          <li key={`${path}-${place}`}>
            {label}: {words}
          </li>
        ))}
      </ul>
      {edit.kind === 'edit' && edit.text !== undefined && edit.text !== '' && (
        <blockquote className="govuk-inset-text app-typed">{edit.text}</blockquote>
      )}
    </>
  );
}

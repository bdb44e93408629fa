import { useCaseloadStatus, useRecords } from '@caseweave/react';
import { useMemo, useState } from 'react';
import { useTitle } from '../page/use-title.ts';
import { hubsQuery, searchQuery } from '../server/operations.ts';
import { useAnswer } from '../server/use-answer.ts';
import { useNow } from '../words/use-now.ts';
import { plural } from '../words/plural.ts';
import { PageLink } from '../routing/page-link.tsx';
import { isPast } from '../words/dates.ts';
import { CaseloadEmpty } from './caseload-empty.tsx';
import { CaseloadFilters, type Filters } from './caseload-filters.tsx';
import { FamilyRow } from './family-row.tsx';
import { readFamilies, type FamilySummary } from '../families/family-summary.ts';
import { Pages, pageSize } from './pages.tsx';

const noFilters: Filters = { typed: '', hub: '', due: false, asked: false, unled: false, waiting: false };

/** The families that one works with, from what this device holds. */
export function CaseloadPage() {
  useTitle('My caseload');
  const records = useRecords();
  const { firstSync, connection } = useCaseloadStatus();
  const families = useMemo(() => readFamilies(records), [records]);
  const now = useNow();
  const [filters, setFilters] = useState<Filters>(noFilters);
  const [page, setPage] = useState(0);

  const isOnline = connection === 'online';
  const hubs = useAnswer(hubsQuery, {}, isOnline);
  const typed = filters.typed.trim();
  // The server searches in more than the lists hold, such as the names that people are known by.
  const atServer = useAnswer(searchQuery, typed.length < 2 ? null : { search: typed }, isOnline);
  const alsoFound = new Set(atServer?.caseload.nodes.map(({ id }) => id));
  const found = families.filter((family) => matches(family, filters, alsoFound, now));
  const shown = found.slice(page * pageSize, (page + 1) * pageSize);
  return (
    <>
      <div className="app-heading-row">
        <h1 className="govuk-heading-l app-page-heading">My caseload</h1>
        <PageLink to={{ page: 'register' }}>Register a family</PageLink>
      </div>
      {families.length === 0 ? (
        <CaseloadEmpty isFetching={firstSync !== null} />
      ) : (
        <>
          <CaseloadFilters
            families={families}
            hubs={hubs?.hubs.map(({ name }) => name) ?? []}
            filters={filters}
            onChange={(next) => {
              setFilters(next);
              setPage(0);
            }}
          />
          <p className="govuk-body-s" role="status">
            {found.length === families.length
              ? plural(found.length, 'family', 'families')
              : `${found.length} of ${plural(families.length, 'family', 'families')}`}
          </p>
          {found.length === 0 && (
            <p className="govuk-inset-text">No family matches. Take something out of the search, or choose all hubs.</p>
          )}
          <ul className="app-families" aria-label="Families">
            {shown.map((family) => (
              <FamilyRow key={family.record} family={family} now={now} />
            ))}
          </ul>
          <Pages count={found.length} page={page} onPage={setPage} />
        </>
      )}
    </>
  );
}

function matches(
  family: FamilySummary,
  { typed, hub, due, asked, unled, waiting }: Filters,
  alsoFound: ReadonlySet<string>,
  now: number,
): boolean {
  const text = [family.name, family.hub ?? '', family.lead ?? '', ...family.people.map(({ name }) => name)]
    .join(' ')
    .toLowerCase();
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return (
    (words.every((word) => text.includes(word)) || alsoFound.has(family.record)) &&
    (hub === '' || family.hub === hub) &&
    (!due || (family.nextReviewOn !== null && isPast(family.nextReviewOn, now))) &&
    (!asked || family.questions > 0) &&
    (!unled || family.lead === null) &&
    (!waiting || family.onDevice + family.attention > 0)
  );
}

/** How many families a page shows. */
export const pageSize = 20;

interface PagesProps {
  readonly count: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** The way through a list that is longer than a page. */
export function Pages({ count, page, onPage }: PagesProps) {
  const last = Math.ceil(count / pageSize) - 1;
  if (last < 1) return null;
  return (
    <nav className="app-pages" aria-label="Pages of the caseload">
      <button
        type="button"
        className="govuk-button govuk-button--secondary app-small-button"
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      >
        Previous
      </button>
      <span>
        Page {page + 1} of {last + 1}
      </span>
      <button
        type="button"
        className="govuk-button govuk-button--secondary app-small-button"
        disabled={page === last}
        onClick={() => onPage(page + 1)}
      >
        Next
      </button>
    </nav>
  );
}

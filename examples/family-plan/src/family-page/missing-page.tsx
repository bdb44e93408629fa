import { useTitle } from '../page/use-title.ts';
import { PageLink } from '../routing/page-link.tsx';

/** Said of a page that is not there and of one that is not for this reader: the two look the same. */
export function MissingPage() {
  useTitle('Page not found');
  return (
    <>
      <h1 className="govuk-heading-l app-page-heading">Page not found</h1>
      <p className="govuk-body">
        There is nothing at this address. <PageLink to={{ page: 'caseload' }}>Go to my caseload</PageLink>.
      </p>
    </>
  );
}

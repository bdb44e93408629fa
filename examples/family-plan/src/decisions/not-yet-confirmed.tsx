import type { CaseloadRecord } from '@caseweave/caseload';

/** What was decided on this device and the server has not confirmed yet. */
export function NotYetConfirmed({ pending }: { readonly pending: CaseloadRecord['pending'] }) {
  if (pending.length === 0) return null;
  return (
    <ul className="app-pending" aria-label="Not yet confirmed" data-testid="not-yet-confirmed">
      {pending.map(({ batch, words }) => (
        <li key={batch}>
          {words} <strong className="govuk-tag govuk-tag--yellow">Not yet confirmed</strong>
        </li>
      ))}
    </ul>
  );
}

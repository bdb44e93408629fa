/** What is shown before there is any family: that they are coming, or what to do. */
export function CaseloadEmpty({ isFetching }: { readonly isFetching: boolean }) {
  if (isFetching) {
    return (
      <div className="govuk-inset-text" role="status">
        Your caseload is on its way. Families appear here as they arrive, and stay on this device.
      </div>
    );
  }
  return (
    <div className="govuk-inset-text">
      <p>You are not in the team around any family yet.</p>
      <p>
        When a hub coordinator adds you to a team, the family appears here by itself. If you expected one, ask your hub.
      </p>
    </div>
  );
}

/** Said beside a field in which there is something that this version of the app cannot show. */
export function UnshownNote() {
  return (
    <p className="govuk-hint app-unshown" role="note">
      There is something here that this version of the app cannot show. Load the app again.
    </p>
  );
}

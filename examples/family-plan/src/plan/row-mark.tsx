import { useRowWaits } from './use-row-waits.ts';
import type { PlanCollection } from './collections.ts';

/** A small mark beside a row with changes that are on this device only. */
export function RowMark({ collection, entity }: { readonly collection: PlanCollection; readonly entity: string }) {
  if (!useRowWaits(collection, entity)) return null;
  return (
    <span
      className="app-mark"
      title="Changes here are on this device and not yet on the server"
      data-testid="waiting-mark"
    >
      <span aria-hidden="true">not sent</span>
      <span className="govuk-visually-hidden">Changes in this row are on this device and not yet on the server</span>
    </span>
  );
}

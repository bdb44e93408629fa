import { type RowsAt, useOpenRecord, useRowState } from '@caseweave/react';
import type { SectionSchema } from '@caseweave/record';

interface RowMarkProps<Schema extends SectionSchema> {
  readonly of: Schema;
  readonly rows: RowsAt<Schema>;
  readonly row: string;
}

/** A small mark beside a row with changes that are on this device only. */
export function RowMark<Schema extends SectionSchema>({ of, rows, row }: RowMarkProps<Schema>) {
  if (useRowState(useOpenRecord(), of, rows, row) !== 'on-device') return null;
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

import type { Caseload, RecordId } from '@caseweave/caseload';
import type { Draft, SectionSchema } from '@caseweave/record';

/** Opens a record just long enough to write in one of its sections. */
export async function writeOnceOpen<Schema extends SectionSchema>(
  caseload: Caseload,
  record: string,
  schema: Schema,
  change: (draft: Draft<Schema>) => void,
): Promise<void> {
  const known = caseload.records().find((one) => one.record === record);
  if (known === undefined) return;
  const id: RecordId = known.record;
  const open = await caseload.open(id);
  try {
    open.section(schema)?.edit(change);
  } finally {
    open.close();
  }
}

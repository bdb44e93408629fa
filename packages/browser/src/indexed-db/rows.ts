import type { Attention, DeviceRow, NumberedEntry, OutboxEntry, RecordRow, SectionRow } from '@caseweave/caseload';
import { type Envelope, seal, sealJson, unseal, unsealJson } from './envelope.ts';
import type { OutboxValue } from './schema.ts';

// The forms below were written by this package. A row whose envelope opens and holds JSON of the right outline is taken
// as whole: what is damaged on a disk does not look like this by chance.

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Reads what the device knows of itself. */
export function readDevice(envelope: unknown): DeviceRow | undefined {
  const value = unsealJson(envelope);
  return isObject(value) && 'device' in value && 'leases' in value ? (value as DeviceRow) : undefined;
}

/** Reads a record's row. */
export function readRecord(envelope: unknown): RecordRow | undefined {
  const value = unsealJson(envelope);
  return isObject(value) && 'record' in value && 'facts' in value ? (value as RecordRow) : undefined;
}

/** A section's row without what the list shows of it. */
export const writeSection = (row: SectionRow): Envelope => sealJson({ ...row, projection: undefined });

/** Reads a section's row and what the list shows of it. */
export function readSection(envelope: unknown, projection: unknown): SectionRow | undefined {
  const value = unsealJson(envelope);
  if (!isObject(value) || !('section' in value) || !('acts' in value) || !('authors' in value)) return undefined;
  const shown = unsealJson(projection);
  return { ...(value as Omit<SectionRow, 'projection'>), projection: typeof shown === 'string' ? shown : null };
}

/** An entry of the outbox as it is stored. */
export function writeEntry({ parts, ...rest }: OutboxEntry): OutboxValue {
  return {
    entry: sealJson({ ...rest, parts: parts.map(({ section, epoch }) => ({ section, epoch })) }),
    updates: parts.map(({ update }) => seal(update)),
    written: parts.map(({ written }) => (written === null ? null : seal(written))),
  };
}

/** An entry with another attention; its bytes stay as they are. */
export function withAttention(value: OutboxValue, attention: Attention): OutboxValue {
  const entry = unsealJson(value.entry);
  return isObject(entry) ? { ...value, entry: sealJson({ ...entry, attention }) } : value;
}

/** Reads an entry. An update that is damaged has no bytes: the entry can still be shown. */
export function readEntry(batch: number, { entry, updates, written }: OutboxValue): NumberedEntry | undefined {
  const value = unsealJson(entry);
  if (!isObject(value) || !('parts' in value) || !Array.isArray(value.parts) || !('changes' in value)) return undefined;
  const said = value as Omit<OutboxEntry, 'parts'> & { readonly parts: readonly Pick<Part, 'section' | 'epoch'>[] };
  const parts = said.parts.map(({ section, epoch }, at) => ({
    section,
    epoch,
    written: unseal(written[at]) ?? null,
    update: unseal(updates[at]) ?? new Uint8Array(),
  }));
  return { ...said, parts, batch };
}

type Part = OutboxEntry['parts'][number];

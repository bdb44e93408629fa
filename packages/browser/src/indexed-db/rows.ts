import type {
  Attention,
  BaseRow,
  DamagedEntry,
  CommandEntry,
  DecisionsRow,
  DeviceRow,
  EditEntry,
  EditPart,
  NumberedEntry,
  OutboxEntry,
} from '@caseweave/caseload';
import { type Envelope, seal, sealJson, unseal, unsealJson } from './envelope.ts';
import type { BaseValue, OutboxValue } from './schema.ts';

// The forms below were written by this package. A row whose envelope opens and holds JSON of the right outline is taken
// as whole: what is damaged on a disk does not look like this by chance.

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Reads what the device knows of itself. */
export function readDevice(envelope: unknown): DeviceRow | undefined {
  const value = unsealJson(envelope);
  return isObject(value) && 'device' in value && 'leases' in value ? (value as DeviceRow) : undefined;
}

/** Reads what was decided about a record. */
export function readDecisions(envelope: unknown): DecisionsRow | undefined {
  const value = unsealJson(envelope);
  return isObject(value) && 'record' in value && 'decisions' in value ? (value as DecisionsRow) : undefined;
}

/** Reads an update of what the server has; a damaged one has no bytes. */
export const readBase = ({ row = 0, update }: BaseValue): BaseRow => ({
  row,
  update: unseal(update) ?? new Uint8Array(),
});

/** An entry of the outbox as it is stored. */
export function writeEntry(entry: OutboxEntry): OutboxValue {
  if (entry.kind === 'decision') {
    const { written, ...rest } = entry;
    return { entry: sealJson(rest), updates: [], written: [sealed(written)] };
  }
  const { parts, ...rest } = entry;
  return {
    entry: sealJson({ ...rest, parts: parts.map(({ update: _update, written: _written, ...part }) => part) }),
    updates: parts.map(({ update }) => seal(update)),
    written: parts.map(({ written }) => sealed(written)),
  };
}

const sealed = (bytes: Uint8Array | null): Envelope | null => (bytes === null ? null : seal(bytes));

/** An entry with another attention; its bytes stay as they are. */
export function withAttention(value: OutboxValue, attention: Attention): OutboxValue {
  const entry = unsealJson(value.entry);
  return isObject(entry) ? { ...value, entry: sealJson({ ...entry, attention }) } : value;
}

/** Reads an entry. An update that is damaged has no bytes: the entry can still be shown. */
export function readEntry(batch: number, { entry, updates, written }: OutboxValue): NumberedEntry {
  const value = unsealJson(entry);
  if (!isObject(value) || !('record' in value) || !('at' in value)) return { ...damaged, batch };
  if ('command' in value) {
    return { ...(value as Omit<CommandEntry, 'written'>), written: unseal(written[0]) ?? null, batch };
  }
  if (!('parts' in value) || !Array.isArray(value.parts)) return { ...damaged, batch };
  const { parts, ...said } = asEdit(value as StoredEdit | StoredEditV1);
  return {
    ...said,
    batch,
    parts: parts.map((part, at) => ({
      ...part,
      written: unseal(written[at]) ?? null,
      update: unseal(updates[at]) ?? new Uint8Array(),
    })),
  };
}

/** That a person wrote something is known from its number, even where nothing else is. */
const damaged: DamagedEntry = { kind: 'damaged', attention: { code: 'unreadable', detail: null } };

type StoredPart = Omit<EditPart, 'update' | 'written'>;
type StoredEdit = Omit<EditEntry, 'parts'> & { readonly parts: readonly StoredPart[] };

/** An edit as version 1 of the database kept it: of one section, its words beside the part. */
type StoredEditV1 = Pick<EditEntry, 'record' | 'at' | 'attention'> &
  Pick<EditPart, 'name' | 'changes' | 'text'> & { readonly parts: readonly Pick<EditPart, 'section' | 'epoch'>[] };

function asEdit(value: StoredEdit | StoredEditV1): StoredEdit {
  if ('kind' in value) return value;
  const { record, at, attention, name, changes, text, parts } = value;
  const whole = parts.map((part) => ({ ...part, name, changes, text }));
  return { kind: 'edit', record, at, needs: [], attention, parts: whole };
}

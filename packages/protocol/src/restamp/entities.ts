import { ADMISSION_LIMITS } from '../admission/limits.ts';
import type { Known } from '../admission/known.ts';
import { readUpdate } from '../admission/read-update.ts';
import type { Struct, Update } from '../admission/struct.ts';
import { Refused } from '../admission/verdict.ts';
import { Malformed } from '../bytes/reader.ts';

/** Reads an update as strictly as admission does; null where it cannot be read. */
export function readOwn(update: Uint8Array): Update | null {
  try {
    return readUpdate(update, ADMISSION_LIMITS);
  } catch (error) {
    if (error instanceof Malformed || error instanceof Refused) return null;
    throw error;
  }
}

/** The rows and entries of a log that an update creates, by id. */
export function createdBy(update: Uint8Array): readonly string[] {
  return readOwn(update)?.clients.flatMap(({ structs }) => structs.flatMap(createdIn)) ?? [];
}

/** The rows and entries of a log that a section has. */
export const createdAt = (section: Known): readonly string[] =>
  [...section.values('claims')].flatMap(({ value }) => createdOf(value));

/** The rows and entries of a log that a struct creates: by a claim of the collection or log itself. */
export function createdIn({ content }: Struct): readonly string[] {
  return content.type === 'any' ? content.values.flatMap(createdOf) : [];
}

function createdOf(value: unknown): readonly string[] {
  const claim = claimOf(value);
  const isRow = claim !== null && claim.entity !== '' && claim.field !== '!' && !claim.field.includes('.');
  return isRow ? [claim.entity] : [];
}

/** The rows and entries that a struct writes about, without creating them: in its claims, or as a text of theirs. */
export function writtenIn({ content }: Struct, root: string): readonly string[] {
  const [, entity] = root.split('/');
  if (entity !== undefined) return entity === '' ? [] : [entity];
  if (root !== 'claims' || content.type !== 'any') return [];
  return content.values.flatMap((value) => claimOf(value)?.entity ?? []).filter((one) => one !== '');
}

/** The outline of a claim; null for what is none. */
export function claimOf(value: unknown): { readonly entity: string; readonly field: string } | null {
  if (!Array.isArray(value)) return null;
  const [entity, field] = value as readonly unknown[];
  return typeof entity === 'string' && typeof field === 'string' ? { entity, field } : null;
}

import { Malformed } from '../bytes/reader.ts';
import { ADMISSION_LIMITS, type AdmissionLimits } from './limits.ts';
import { readUpdate } from './read-update.ts';
import { Refused } from './verdict.ts';

/**
 * The clientIDs that an update has structs of, read as strictly as admission reads; undefined if admission would not read
 * it. For those that lease clientIDs only when they first see them.
 */
export function clientsInUpdate(
  update: Uint8Array,
  limits: AdmissionLimits = ADMISSION_LIMITS,
): readonly number[] | undefined {
  try {
    return readUpdate(update, limits).clients.map(({ client }) => client);
  } catch (error) {
    if (error instanceof Malformed || error instanceof Refused) return undefined;
    throw error;
  }
}

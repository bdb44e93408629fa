import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Result } from './result.ts';

const file = fileURLToPath(new URL('../../results.json', import.meta.url));

/** The results of the last runs, or none. */
export const readResults = (): readonly Result[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Result[]) : [];

/** Puts new results in the place of earlier ones of the same id; the rest stays. Kept in the order of their ids. */
export function keepResults(fresh: readonly Result[]): readonly Result[] {
  const byId = new Map([...readResults(), ...fresh].map((result) => [result.id, result]));
  const all = [...byId.values()].toSorted((one, other) => one.id.localeCompare(other.id, 'en', { numeric: true }));
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
  return all;
}

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaSummary } from '@caseweave/record';

/** A released version of a section, as it is kept. */
const fileOf = ({ section, version }: Pick<SchemaSummary, 'section' | 'version'>): string =>
  `${section}@${version}.json`;

/** The released versions of a section that are kept in a folder, oldest first. */
export function releasedVersions(folder: string, section: string): readonly SchemaSummary[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${section}@`) && name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as SchemaSummary)
    .toSorted((one, other) => one.version - other.version);
}

/** Keeps a version as released; false if another one is kept under its number, which stays. */
export function keepReleased(folder: string, summary: SchemaSummary): boolean {
  const file = join(folder, fileOf(summary));
  const text = `${JSON.stringify(summary, null, 2)}\n`;
  if (existsSync(file)) return readFileSync(file, 'utf8') === text;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
  return true;
}

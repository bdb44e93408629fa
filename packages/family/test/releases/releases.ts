import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as family from '@caseweave/family';
import type { SchemaSummary, SectionSchema } from '@caseweave/record';

/** Where released versions are kept: of each section its summary, and a document that it wrote. */
export const releases = fileURLToPath(new URL('../../releases/', import.meta.url));

/** All sections, the notes of one agency among them. */
export const allSections: readonly SectionSchema[] = [
  ...[...family.sectionNames.family, ...family.sectionNames.person].map((name) => family.sectionFor(name)),
  family.notes('early-help'),
].filter((schema) => schema !== undefined);

/** Every code of every list. */
export const codesOfLists: readonly unknown[] = Object.values<unknown>(family).flatMap((exported): readonly unknown[] =>
  typeof exported === 'object' && exported !== null && 'codes' in exported && Array.isArray(exported.codes)
    ? exported.codes
    : [],
);

/** What is kept of released versions. */
export const kept = readdirSync(releases)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({
    name: name.replace('.json', ''),
    summary: JSON.parse(readFileSync(releases + name, 'utf8')) as SchemaSummary,
    update: new Uint8Array(readFileSync(releases + name.replace('.json', '.update'))),
  }));

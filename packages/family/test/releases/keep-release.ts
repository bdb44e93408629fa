/**
 * Keeps what the current versions of all sections write, for later versions to open:
 * `node --conditions=@caseweave/source test/releases/keep-release.ts`. What is kept already stays as it is.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { schemaSummary } from '@caseweave/record';
import { encodeStateAsUpdate } from 'yjs';
import { allSections, codesOfLists, releases } from './releases.ts';
import { sampleDocument } from './sample-document.ts';

mkdirSync(releases, { recursive: true });
for (const schema of allSections) {
  const file = `${releases}${schema.name}@${schema.version}`;
  if (existsSync(`${file}.json`)) continue;
  writeFileSync(`${file}.update`, encodeStateAsUpdate(sampleDocument(schema, codesOfLists)));
  writeFileSync(`${file}.json`, `${JSON.stringify(schemaSummary(schema), null, 2)}\n`);
  console.log(`${schema.name}: version ${schema.version} is kept.`);
}

/**
 * Keeps what the current versions of all sections and decisions write, for later versions to open:
 * `node --conditions=@caseweave/source test/releases/keep-release.ts`. What is kept already stays as it is.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { earlyHelp } from '@caseweave/family';
import { schemaSummary } from '@caseweave/record';
import { encodeStateAsUpdate } from 'yjs';
import { allSections, codesOfLists, logs, releases } from './releases.ts';
import { sampleDocument } from './sample-document.ts';
import { sampleLogs } from './sample-logs.ts';

mkdirSync(releases, { recursive: true });
for (const schema of allSections) {
  const file = `${releases}${schema.name}@${schema.version}`;
  if (existsSync(`${file}.json`)) continue;
  writeFileSync(`${file}.update`, encodeStateAsUpdate(sampleDocument(schema, codesOfLists)));
  writeFileSync(`${file}.json`, `${JSON.stringify(schemaSummary(schema), null, 2)}\n`);
  console.log(`${schema.name}: version ${schema.version} is kept.`);
}

mkdirSync(logs, { recursive: true });
const log = `${logs}${earlyHelp.name}@${earlyHelp.version}.json`;
if (!existsSync(log)) {
  writeFileSync(log, `${JSON.stringify(sampleLogs(), null, 2)}\n`);
  console.log(`${earlyHelp.name}: logs of version ${earlyHelp.version} are kept.`);
}

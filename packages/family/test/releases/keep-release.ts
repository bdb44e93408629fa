/**
 * Keeps what the current versions of all sections and decisions write, for later versions to open:
 * `node --conditions=@caseweave/source test/releases/keep-release.ts`. What is kept already stays as it is.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { earlyHelp } from '@caseweave/family';
import { modelSummary } from '@caseweave/model';
import { schemaSummary } from '@caseweave/record';
import { encodeStateAsUpdate } from 'yjs';
import { allSections, codesOfLists, type KeptModel, models, releases } from './releases.ts';
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

mkdirSync(models, { recursive: true });
const kept: KeptModel = { model: modelSummary(earlyHelp), logs: sampleLogs() };
const file = `${models}${earlyHelp.name}@${earlyHelp.version}.json`;
const written = JSON.stringify(kept, null, 2);
const taken = new Set(kept.logs.flatMap(({ entries }) => entries.map(({ name }) => name)));
const missing = [...earlyHelp.decisions.keys()].filter((name) => !taken.has(name));
if (existsSync(file)) {
  if (!isDeepStrictEqual(JSON.parse(readFileSync(file, 'utf8')), JSON.parse(written)))
    console.log(
      `The model is another than its version ${earlyHelp.version} that is kept: raise its version to release it.`,
    );
} else if (missing.length > 0) {
  console.error(`Not kept: the sample logs have no entry of ${missing.join(', ')}. Add one of each.`);
  process.exitCode = 1;
} else {
  writeFileSync(file, `${written}\n`);
  console.log(`${earlyHelp.name}: version ${earlyHelp.version} is kept.`);
}

/**
 * Keeps what the current versions of the models are, and the logs that they write, for later versions to be compared with:
 * `node --conditions=@caseweave/source test/releases/keep-release.ts`. What is kept already stays as it is.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { modelSummary } from '@caseweave/model';
import { folder, models } from './kept-releases.ts';
import { sampleLogs } from './sample-logs.ts';

for (const model of models) {
  const file = `${folder}${model.name}@${model.version}.json`;
  if (existsSync(file)) continue;
  writeFileSync(file, `${JSON.stringify({ summary: modelSummary(model), logs: sampleLogs(model) }, null, 2)}\n`);
  console.log(`${model.name}: version ${model.version} is kept.`);
}

// Writes schema.graphql as it is now, and says what changes for apps, what breaks them first.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { schemaChanges } from '@caseweave/graphql';
import { earlyHelpSchema, kept } from './early-help-schema.ts';

const now = earlyHelpSchema();
const changes = existsSync(kept) ? schemaChanges(readFileSync(kept, 'utf8'), now) : [];
for (const change of changes) console.log(change);
writeFileSync(kept, now);
console.log(changes.length === 0 ? 'The schema is as it was.' : 'The schema is kept as it is now.');

/** Writes schema.graphql beside the package's README: what the schema is, for apps that generate their operations. */
import { writeFileSync } from 'node:fs';
import { printedSchema } from './printed-schema.ts';

writeFileSync(new URL('../../schema.graphql', import.meta.url), printedSchema());

// Writes the schema of the tests' model as it is now: after a change that is meant.
import { writeFileSync } from 'node:fs';
import { graphqlSchema, printedSchema } from '@caseweave/graphql';
import { repairs } from './repairs/repairs.ts';

writeFileSync(new URL('repairs/schema.graphql', import.meta.url), printedSchema(graphqlSchema({ model: repairs })));

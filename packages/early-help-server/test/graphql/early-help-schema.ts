import { graphqlSchema, printedSchema } from '@caseweave/graphql';
import { earlyHelp } from '@caseweave/family';
import { extras } from '@caseweave/early-help-server';

/** Where the schema of early help is kept, for apps that generate their operations. */
export const kept = new URL('../../schema.graphql', import.meta.url);

/** The schema of early help as text: what follows from the model, and its extras. */
export const earlyHelpSchema = (): string => printedSchema(graphqlSchema({ model: earlyHelp, extras }));

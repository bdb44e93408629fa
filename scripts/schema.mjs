// `npm run schema`: writes the GraphQL schema as the server serves it, and the app's operations that are generated from it.
import { install } from './install.mjs';
import { runOnNode24 } from './node24.mjs';

const app = 'examples/family-plan';
const codegen = 'node_modules/@graphql-codegen/cli/esm/bin.js';

process.exitCode = install() ? await runOnNode24(['packages/server/src/graphql/write-schema.ts']) : 1;
if (process.exitCode === 0)
  process.exitCode = await runOnNode24([codegen, '--config', 'codegen.config.ts'], { cwd: app });

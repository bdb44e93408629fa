// `npm run schema`: writes the GraphQL schema as the server serves it, and the operations of the app and the example that are generated from it.
import { install } from './install.mjs';
import { runOnNode24 } from './node24.mjs';

const apps = ['examples/family-plan', 'examples/y-websocket'];
const codegen = 'node_modules/@graphql-codegen/cli/esm/bin.js';

process.exitCode = install() ? await runOnNode24(['packages/server/src/graphql/write-schema.ts']) : 1;
for (const app of apps) {
  if (process.exitCode === 0)
    process.exitCode = await runOnNode24([codegen, '--config', 'codegen.config.ts'], { cwd: app });
}

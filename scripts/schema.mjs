// `npm run schema`: writes the GraphQL schema of early help as it follows from the model, with what changes for apps, that of the
// small model of the tests, and the operations of the app and the example that are generated from it.
import { install } from './install.mjs';
import { runOnNode24 } from './node24.mjs';

const apps = ['examples/family-plan', 'examples/y-websocket'];
const codegen = 'node_modules/@graphql-codegen/cli/esm/bin.js';

const schemas = ['packages/early-help-server/test/graphql/keep-schema.ts', 'packages/graphql/test/keep-schema.ts'];

process.exitCode = install() ? 0 : 1;
for (const schema of schemas) {
  if (process.exitCode === 0) process.exitCode = await runOnNode24([schema]);
}
for (const app of apps) {
  if (process.exitCode === 0)
    process.exitCode = await runOnNode24([codegen, '--config', 'codegen.config.ts'], { cwd: app });
}

// `npm run pages`: writes the pages of docs/reference that follow from the sources.
import { install } from './install.mjs';
import { runOnNode24 } from './node24.mjs';

process.exitCode = install() ? await runOnNode24(['docs/src/main.ts']) : 1;

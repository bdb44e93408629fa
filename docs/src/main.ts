import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { operations } from './operations.ts';
import { pages } from './pages.ts';
import { root } from './repository.ts';

for (const [path, page] of pages) writeFileSync(`${root}${path}`, page());
for (const { path, text } of await operations()) {
  mkdirSync(dirname(`${root}${path}`), { recursive: true });
  writeFileSync(`${root}${path}`, text);
}

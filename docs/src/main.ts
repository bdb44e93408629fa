import { writeFileSync } from 'node:fs';
import { pages } from './pages.ts';
import { root } from './repository.ts';

for (const [path, page] of pages) writeFileSync(`${root}${path}`, page());

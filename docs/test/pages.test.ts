import { expect, test } from 'vitest';
import { pages } from '../src/pages.ts';
import { textOf } from '../src/repository.ts';

// The first page has the compiler make the declarations of all packages.
test.for([...pages])('%s is as the sources say: `npm run pages` writes it', { timeout: 240_000 }, ([path, page]) => {
  expect(textOf(path)).toBe(page());
});

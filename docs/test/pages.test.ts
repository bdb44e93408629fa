import { expect, test } from 'vitest';
import { pages } from '../src/pages.ts';
import { textOf } from '../src/repository.ts';

test.for([...pages])('%s is as the sources say: `npm run pages` writes it', ([path, page]) => {
  expect(textOf(path)).toBe(page());
});

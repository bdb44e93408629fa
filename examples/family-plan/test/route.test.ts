import { expect, test } from 'vitest';
import { pathOf, readRoute, type Route } from '../src/routing/route.ts';

test('an address leads to the page that wrote it', () => {
  const routes: readonly Route[] = [
    { page: 'caseload' },
    { page: 'attention' },
    { page: 'register' },
    { page: 'family', record: 'r1', tab: 'plan' },
    { page: 'family', record: 'r1', tab: 'reviews' },
    { page: 'print', record: 'r1' },
  ];
  for (const route of routes) expect(readRoute(pathOf(route))).toEqual(route);
});

test('any other address is a page that is missing', () => {
  for (const path of ['/nowhere', '/family', '/family/r1/secrets', '/family/r1/plan/more', '/attention/x']) {
    expect(readRoute(path)).toEqual({ page: 'missing' });
  }
});

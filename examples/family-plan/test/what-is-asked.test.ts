import { expect, test } from 'vitest';
import { whatIsAsked } from '../src/service-worker/what-is-asked.ts';

const origin = 'http://127.0.0.1:4000';
const files = new Set(['/index.html', '/icon.svg', '/assets/index-a1.js']);
const ask = (path: string, mode = 'navigate', method = 'GET', at = origin) =>
  whatIsAsked({ method, mode, url: `${at}${path}` }, origin, files);

test('every address of the app shows the one page that is kept', () => {
  for (const path of ['/', '/attention', '/family/r1', '/family/r1/people?from=list']) {
    expect(ask(path)).toEqual({ type: 'page' });
  }
});

test('files come from what is kept, also those of an earlier version', () => {
  expect(ask('/assets/index-a1.js', 'cors')).toEqual({ type: 'file', path: '/assets/index-a1.js' });
  expect(ask('/assets/index-b2.js', 'cors')).toEqual({ type: 'file', path: '/assets/index-b2.js' });
  expect(ask('/icon.svg', 'no-cors')).toEqual({ type: 'file', path: '/icon.svg' });
});

test('data, sign-in and other origins are never touched', () => {
  const none = { type: 'not-ours' };
  expect(ask('/graphql', 'cors', 'POST')).toEqual(none);
  expect(ask('/graphql')).toEqual(none);
  expect(ask('/graphql?query={me{id}}', 'cors')).toEqual(none);
  expect(ask('/demo/people', 'cors')).toEqual(none);
  expect(ask('/healthz')).toEqual(none);
  expect(ask('/anything', 'cors')).toEqual(none);
  expect(ask('/report.pdf')).toEqual(none);
  expect(ask('/', 'navigate', 'GET', 'https://elsewhere.example')).toEqual(none);
});

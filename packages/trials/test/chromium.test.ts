import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../src/chromium/launch-chromium.ts';

const server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html').end('<!doctype html><title>Ready</title>');
});
let origin = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address === 'object' && address !== null) origin = `http://127.0.0.1:${address.port}`;
});

afterAll(() => {
  server.close();
});

test('a real Chromium runs pages with strict IndexedDB and Web Locks', async () => {
  const browser = await launchChromium();
  try {
    const page = await (await browser.newContext()).newPage();
    await page.goto(origin);

    const held = await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('probe', 1);
        request.addEventListener('upgradeneeded', () => request.result.createObjectStore('kept'));
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error(request.error?.message)));
      });
      const transaction = database.transaction('kept', 'readwrite', { durability: 'strict' });
      transaction.objectStore('kept').put('a word', 'key');
      await new Promise((resolve) => transaction.addEventListener('complete', resolve));
      return navigator.locks.request('writer', () => transaction.durability);
    });

    expect(await page.title()).toBe('Ready');
    expect(held).toBe('strict');
  } finally {
    await browser.close();
  }
});

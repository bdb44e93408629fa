import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../../packages/trials/src/chromium/launch-chromium.ts';
import { RunningServer } from '../../../packages/trials/src/whole/running-server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
let app: string;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  app = await mkdtemp(join(tmpdir(), 'caseweave-embed-'));
  await build({ root, logLevel: 'error', build: { outDir: app, emptyOutDir: true } });
  [server, browser] = await Promise.all([RunningServer.start(app), launchChromium()]);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(app, { recursive: true, force: true });
}, 60_000);

/** Opens the page in a browser window of its own. */
async function open() {
  const page = await (await browser.newContext()).newPage();
  await page.goto(server.url);
  await page.getByRole('heading', { level: 1 }).waitFor({ timeout: 60_000 });
  return page;
}

test('what one person ticks, another sees, and both know that they are here', async () => {
  const [one, two] = [await open(), await open()];
  await expect.poll(() => one.getByRole('status').textContent(), { timeout: 30_000 }).toContain('1 others here');
  const name = (await one.getByRole('listitem').first().textContent()) ?? '';
  const box = (page: typeof one) => page.getByRole('listitem').filter({ hasText: name }).first().getByRole('checkbox');
  const before = await box(one).isChecked();
  await box(one).click();

  await expect.poll(() => box(two).isChecked(), { timeout: 30_000 }).toBe(!before);
  await expect
    .poll(() => one.getByRole('status').textContent(), { timeout: 30_000 })
    .toContain('0 changes on this device only');
  const { violations } = await new AxeBuilder({ page: one }).analyze();
  expect(violations).toEqual([]);
}, 120_000);

test('the whole app has fewer than 80 lines', () => {
  expect(readFileSync(`${root}src/main.tsx`, 'utf8').trimEnd().split('\n').length).toBeLessThan(80);
});

import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Browser, Page } from 'playwright-core';
import { build, defaultClientConditions } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../packages/trials/src/chromium/launch-chromium.ts';
import { RunningServer } from '../../packages/trials/src/whole/running-server.ts';
import { root as repository, textOf } from '../src/repository.ts';
import { blocksOf } from './shown.ts';

const root = fileURLToPath(new URL('../snippets/react', import.meta.url));
let app: string;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  app = await mkdtemp(join(tmpdir(), 'caseweave-docs-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    resolve: { conditions: ['@caseweave/source', ...defaultClientConditions], dedupe: ['yjs', 'react'] },
    build: { outDir: app, emptyOutDir: true, target: 'es2024', chunkSizeWarningLimit: 2_000 },
  });
  [server, browser] = await Promise.all([RunningServer.start(app, 8), launchChromium()]);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(app, { recursive: true, force: true });
}, 60_000);

/** Opens the page of the snippets as somebody, in a browser window of their own. */
async function open(practitioner: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.url}/?as=${practitioner}`);
  await page.getByRole('heading', { level: 1 }).waitFor({ timeout: 60_000 });
  return page;
}

const work = (page: Page) => page.getByLabel('State of the work').textContent();
const soon = { timeout: 30_000 };

test('the parts that the guide shows work: own fields, questions, editor, undo, decisions, offline, sign-out', async () => {
  const [lead, school] = [await open('early-help-1'), await open('school-1')];

  // A council's own field reaches the other through a server that does not know it.
  await lead.getByRole('button', { name: 'Charge EH2041' }).click();
  await expect.poll(() => school.getByLabel('Budget code').textContent(), soon).toBe('EH2041');

  // Taken back, by its author, for both.
  await lead.getByRole('button', { name: 'Take back' }).click();
  await expect.poll(() => lead.getByLabel('What was taken back').textContent()).toContain('budget code');
  await expect.poll(() => school.getByLabel('Budget code').textContent(), soon).toBe('none');

  // The demonstration's plan has one open question.
  const answers = lead.getByRole('group').getByRole('button');
  await expect.poll(() => answers.count(), soon).toBeGreaterThan(1);
  await answers.first().click();
  await expect.poll(() => school.getByRole('group').count(), soon).toBe(0);

  // Both write in the story, one of them offline.
  await school.getByRole('button', { name: 'Work offline' }).click();
  await lead.getByRole('textbox', { name: 'Family story' }).pressSequentially('Written by the lead. ');
  await school.getByRole('textbox', { name: 'Family story' }).pressSequentially('Written at school. ');
  await expect.poll(() => work(school), soon).toMatch(/^switched-off: [1-9]/);
  await school.getByRole('button', { name: 'Sign out' }).click();
  await school.getByRole('button', { name: /^Throw \d+ changes? away/ }).waitFor();
  await school.getByRole('button', { name: 'Work online' }).click();
  for (const page of [lead, school]) {
    const story = page.getByRole('textbox', { name: 'Family story' });
    await expect.poll(() => story.textContent(), soon).toContain('Written at school. ');
    await expect.poll(() => story.textContent(), soon).toContain('Written by the lead. ');
    await expect.poll(() => work(page), soon).toBe('online: 0 on this device, 0 need attention');
  }

  // A decision waits on the device while that is offline, and counts once the server has decided.
  await lead.getByRole('button', { name: 'Work offline' }).click();
  await lead.getByRole('button', { name: 'housing-1 leaves the team' }).click();
  const pending = lead.getByRole('list', { name: 'Not yet confirmed' });
  await expect.poll(() => pending.getByRole('listitem').count(), soon).toBe(1);
  await lead.getByRole('button', { name: 'Work online' }).click();
  await expect.poll(() => pending.getByRole('listitem').count(), soon).toBe(0);
  await expect
    .poll(() => lead.getByRole('list', { name: 'Decided lately' }).textContent(), soon)
    .toContain('leaves the team');

  // Nothing is unsent, so signing out empties the device and asks nothing.
  await lead.getByRole('button', { name: 'Sign out' }).click();
  await lead.waitForLoadState();
  await lead.getByRole('heading', { level: 1 }).waitFor({ timeout: 60_000 });
}, 180_000);

test('the requests that the page shows are answered', async () => {
  const [bash] = blocksOf('docs/guide/query-it.md').filter(({ language }) => language === 'bash');
  const requests = Array.from(bash?.text.matchAll(/-d '([^']+)' http:\/\/127\.0\.0\.1:4000(\S+?)(?: |\n|$)/g) ?? []);
  const [signIn, query] = requests.map(
    ([, body = '', path = '']) =>
      async (headers: Readonly<Record<string, string>>) => {
        const method = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
        return (await (await fetch(`${server.url}${path}`, method)).json()) as { readonly token?: string };
      },
  );
  const { token } = (await signIn?.({})) ?? {};

  expect(requests).toHaveLength(2);
  expect(await query?.({ authorization: `Bearer ${token}` })).toMatchObject({
    data: { caseload: { totalCount: expect.any(Number) as number } },
  });
}, 30_000);

test('two stock documents show the same story, as the page says', () => {
  const main = `${repository}examples/y-websocket/src/main.ts`;
  const { stdout } = spawnSync(process.execPath, [main, server.url], { encoding: 'utf8' });
  const [shown] = blocksOf('docs/guide/stock-yjs-editors.md').filter(({ language }) => language === 'text');

  expect(shown?.text).toBeTruthy();
  expect(stdout).toContain(shown?.text);
}, 60_000);

test('the people whom getting started names are there', async () => {
  const people = (await (await fetch(`${server.url}/demo/people`)).json()) as readonly {
    readonly id: string;
    readonly name: string;
  }[];
  const page = textOf('docs/guide/getting-started.md');

  for (const id of ['early-help-1', 'school-1']) {
    expect(page).toContain(people.find((one) => one.id === id)?.name ?? 'nobody');
  }
});

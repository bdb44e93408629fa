import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../../packages/trials/src/chromium/launch-chromium.ts';
import { faultsOn, tooWideBy } from '../../../packages/trials/src/whole/accessibility.ts';
import { Person } from '../../../packages/trials/src/whole/person.ts';
import { RunningServer } from '../../../packages/trials/src/whole/running-server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const soon = { timeout: 30_000 };
let app: string;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  app = await mkdtemp(join(tmpdir(), 'caseweave-repairs-'));
  await build({ root, logLevel: 'error', build: { outDir: app, emptyOutDir: true } });
  const model = ['--model', join(root, 'src/server.ts')];
  server = await RunningServer.with({}, app, model, 'packages/server/src/main.ts');
  [browser] = await Promise.all([launchChromium(), server.startAgain()]);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(app, { recursive: true, force: true });
}, 60_000);

/** Somebody opens the page in a browser of their own. */
async function open(who: string, width = 1280): Promise<Person> {
  const person = await Person.at(
    await browser.newContext({ baseURL: server.url, viewport: { width, height: 900 }, locale: 'en-GB' }),
  );
  await person.page.goto(`/?as=${who}`);
  await person.page.getByRole('heading', { level: 2, name: 'The boiler loses pressure' }).waitFor(soon);
  return person;
}

const status = (page: Page) => page.getByRole('status').textContent();

test('officer and contractor write at once; apart, they contradict one another, and one of them settles it', async () => {
  const [olu, cal] = [await open('olu'), await open('cal')];
  await olu.page.getByText('Here now: Cal Rossi.').waitFor(soon);
  await cal.page.getByLabel('New step').fill('Mend the valve');
  await cal.page.getByRole('button', { name: 'Add: step' }).click();
  const step = (page: Page) => page.getByRole('listitem', { name: 'Mend the valve' });
  await step(olu.page).waitFor(soon);

  await cal.page.getByRole('button', { name: 'Work offline' }).click();
  await cal.page.getByLabel('How urgent').selectOption('When it suits');
  await step(cal.page).getByLabel('Progress').selectOption('Done');
  await expect.poll(() => status(cal.page), soon).toContain('2 changes are on this device only. Offline');
  await olu.page.getByLabel('How urgent').selectOption('Today');
  await step(olu.page).getByLabel('Progress').selectOption('Begun');
  await cal.page.getByRole('button', { name: 'Work online' }).click();

  // How far it is goes forward by itself; how urgent it is, a person says.
  const question = (page: Page) => page.getByRole('group', { name: 'Different answers: How urgent' });
  for (const { page } of [olu, cal]) {
    await question(page).waitFor(soon);
    const chosen = (field: Locator) => field.locator('option:checked').textContent();
    await expect.poll(() => chosen(page.getByLabel('How urgent')), soon).toBe('Today');
    await expect.poll(() => chosen(step(page).getByLabel('Progress')), soon).toBe('Done');
    expect(await faultsOn(page)).toEqual([]);
  }
  await question(olu.page).getByRole('button', { name: 'Keep When it suits (Cal Rossi)' }).click();
  await question(cal.page).waitFor({ state: 'detached', ...soon });
  await expect.poll(() => status(olu.page), soon).toContain('All changes are on the server. Online.');
  await Promise.all([olu.close(), cal.close()]);
}, 120_000);

test('who lives there receives no byte of the office, nor a sign of it', async () => {
  const [cal, tess] = [await open('cal'), await open('tess', 320)];
  await cal.page.getByLabel('New note').fill('CANARYNOTE');
  await cal.page.getByRole('button', { name: 'Add: note' }).click();
  await cal.page.getByLabel('New room').fill('Hall for everyone');
  await cal.page.getByRole('button', { name: 'Add: room' }).click();
  await tess.page.getByText('Hall for everyone').first().waitFor(soon);
  await expect.poll(() => status(cal.page), soon).toContain('All changes are on the server');
  const stored = await tess.stored();

  expect(stored).toContain('Hall for everyone');
  expect(tess.overheard.has('Hall for everyone')).toBe(true);
  for (const sign of ['CANARYNOTE', 'The part is on order', 'job.office']) {
    expect([sign, stored.includes(sign), tess.overheard.has(sign)]).toEqual([sign, false, false]);
  }
  expect(await tess.page.getByRole('textbox').count()).toBe(0);
  expect(await faultsOn(tess.page)).toEqual([]);
  expect(await tooWideBy(tess.page)).toBe(0);
  await Promise.all([cal.close(), tess.close()]);
}, 120_000);

test('what is decided offline is shown as not yet confirmed, and who says it second is told what stands', async () => {
  const [olu, cal] = [await open('olu', 390), await open('cal')];
  const complete = async (page: Page, on: string) => {
    await page.getByText('Complete the repair').first().click();
    await page.getByLabel('Completed on').fill(on);
    await page.getByRole('button', { name: 'Complete the repair' }).click();
  };
  for (const { page } of [olu, cal]) await page.getByRole('button', { name: 'Work offline' }).click();
  await complete(cal.page, '2026-12-01');
  await complete(olu.page, '2026-12-03');
  await cal.page.getByText('Not yet confirmed').waitFor(soon);
  await cal.page.getByRole('button', { name: 'Work online' }).click();
  await cal.page.getByText('Not yet confirmed').waitFor({ state: 'detached', ...soon });
  await expect.poll(() => cal.page.getByLabel('New step').count(), soon).toBe(0);

  await olu.page.getByRole('button', { name: 'Work online' }).click();
  const attention = olu.page.getByRole('region', { name: 'Needs attention' });
  await attention.getByText('It was completed on 2026-12-01.').waitFor(soon);
  expect(await faultsOn(olu.page)).toEqual([]);
  expect(await tooWideBy(olu.page)).toBe(0);
  await attention.getByRole('button', { name: 'Put it away' }).click();
  await attention.waitFor({ state: 'detached', ...soon });
  await olu.page.getByText('The repair was completed on 2026-12-01').waitFor(soon);
  await Promise.all([olu.close(), cal.close()]);
}, 120_000);

test('the whole domain has at most 250 lines: model, server and page', () => {
  const files = readdirSync(join(root, 'src')).filter((name) => /\.tsx?$/.test(name));
  const lines = ['index.html', ...files.map((name) => join('src', name))].map(
    (name) => readFileSync(join(root, name), 'utf8').trimEnd().split('\n').length,
  );

  expect(lines.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(250);
});

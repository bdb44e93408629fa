import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromiumOn } from '../src/chromium/launch-chromium.ts';
import { faultsOn } from '../src/whole/accessibility.ts';
import { DemoApi, type DemoFamily } from '../src/whole/demo-api.ts';
import { copyApp, releaseNextVersion } from '../src/whole/next-version.ts';
import { Person, window } from '../src/whole/person.ts';
import { builtApp, RunningServer } from '../src/whole/running-server.ts';

const minutes = 60_000;

let folder: string;
let app: string;
let server: RunningServer;
let family: DemoFamily;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caseweave-offline-'));
  app = join(folder, 'app');
  await copyApp(builtApp, app);
  server = await RunningServer.start(app);
  family = await new DemoApi(server.url).familyCalled('Okafor');
}, 3 * minutes);

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Starts the browser on the profile of that name, as after a restart. */
const browserOf = (name: string) => launchChromiumOn(join(folder, name), { baseURL: server.url, ...window });

/** Waits until the app itself, and not only the caseload, is on the device. */
const appIsKept = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    navigator.serviceWorker.ready
      .then(
        () =>
          navigator.serviceWorker.controller ??
          new Promise((resolve) =>
            navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
          ),
      )
      .then(() => true),
  );

const addStrength = async ({ page }: Person, words: string): Promise<void> => {
  await page.getByRole('button', { name: 'Add a strength' }).click();
  await page.getByRole('textbox', { name: 'What goes well' }).fill(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await strength(page, words).waitFor();
};

const strength = (page: Page, words: string) => page.getByRole('button', { name: `Change strength, ${words}:` });

const addresses = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    }
    return found;
  });

test(
  'after one visit the page opens without the server, also after the browser was started again, with what was written',
  async () => {
    const first = await browserOf('kitchen');
    const before = await Person.at(first);
    await before.signInAs(family.lead);
    await before.openFamily(family.name);
    await appIsKept(before.page);
    const address = before.page.url();
    await expect.poll(() => before.workStatus.innerText()).toBe('All changes are on the server');
    await expect.poll(() => before.page.getByTestId('connection-status').innerText()).toBe('Online');
    const kept = await addresses(before.page);
    await first.close();
    await server.kill();

    const second = await browserOf('kitchen');
    const offline = await Person.at(second);
    await offline.page.goto('/');
    await offline.page.getByRole('link', { name: family.name }).first().waitFor();
    await offline.page.goto(address);
    await offline.story.waitFor();
    await offline.page
      .getByTestId('connection-status')
      .getByText(/^Offline since/)
      .waitFor();
    await addStrength(offline, 'Said in the kitchen');
    await expect.poll(() => offline.workStatus.innerText()).toBe('1 change is on this device');
    await second.close();

    const third = await browserOf('kitchen');
    const again = await Person.at(third);
    await again.page.goto(address);
    await strength(again.page, 'Said in the kitchen').waitFor();
    await expect.poll(() => again.workStatus.innerText()).toBe('1 change is on this device');
    await server.startAgain();
    await expect.poll(() => again.workStatus.innerText(), { timeout: minutes }).toBe('All changes are on the server');
    const answer = await new DemoApi(server.url).ask(
      family.lead.id,
      'query ($id: ID!) { family(id: $id) { plan { strengths(first: 50) { nodes { text } } } } }',
      { id: family.id },
    );
    expect(answer).toContain('Said in the kitchen');
    // Nothing but the app's own files is in the caches: no answer of the server, and so no token.
    expect(kept).toContain('/index.html');
    expect(kept.filter((path) => !/^\/(assets\/[^/]+|[a-z]+\.(html|svg|webmanifest|png))$/.test(path))).toEqual([]);
    await third.close();
  },
  3 * minutes,
);

test(
  'who signed out is not signed in again by a restart, and nobody else opens their caseload',
  async () => {
    const first = await browserOf('shared');
    const person = await Person.at(first);
    await person.signInAs(family.lead);
    await appIsKept(person.page);
    await person.page.locator('.app-user__button').click();
    await person.page.getByRole('button', { name: 'Sign out' }).click();
    await person.page.getByRole('heading', { name: 'Sign in to the demonstration' }).waitFor();
    await first.close();

    const second = await browserOf('shared');
    const next = await Person.at(second);
    await next.page.goto('/');
    await next.page.getByRole('heading', { name: 'Sign in to the demonstration' }).waitFor();
    expect(await next.page.getByRole('button', { name: /^Continue as/ }).count()).toBe(0);
    await second.close();
  },
  2 * minutes,
);

test(
  'a new version waits, is taken when the person says so, and strands neither what is unsent nor what is being typed',
  async () => {
    const context = await browserOf('update');
    const person = await Person.at(context);
    const { page } = person;
    await person.signInAs(family.lead);
    await person.openFamily(family.name);
    await appIsKept(page);
    const other = await Person.at(context);
    await other.page.goto('/');
    await other.page.getByRole('button', { name: `Continue as ${family.lead.name}` }).click();
    await other.page.getByText('A demonstration.').waitFor();
    await person.switchConnection();
    await addStrength(person, 'Unsent over the update');
    await person.page.getByText('1 change is on this device').waitFor();

    await releaseNextVersion(app, 'A demonstration.', 'The version after.');
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.getByText('A new version is ready.').waitFor();
    expect(await faultsOn(page)).toEqual([]);
    // An event that is being written is finished first.
    await page.getByRole('link', { name: 'Chronology', exact: true }).click();
    await page.getByRole('textbox', { name: 'What happened' }).fill('Half a sent');
    await page.getByRole('button', { name: 'Use it now' }).click();
    await page.getByText('It is used as soon as you have finished what you are typing.').waitFor();
    await page.getByRole('textbox', { name: 'What happened' }).fill('Half a sentence, then the rest');
    expect(await page.getByText('The version after.').count()).toBe(0);
    await page.getByRole('button', { name: 'Add event' }).click();
    await page.getByText('The version after.').waitFor();
    await page.getByText('Half a sentence, then the rest').waitFor();
    await page.getByRole('link', { name: 'Plan', exact: true }).click();
    // The other tab writes now, and this one reads along.
    await page.getByRole('listitem').filter({ hasText: 'Unsent over the update' }).first().waitFor();
    await page.getByText('2 changes are on this device').waitFor();

    // The other tab goes on with the version that it shows, and may still load the parts of it that it has not met.
    await other.page.getByText('A new version is in use.').waitFor();
    await other.page.getByText('A demonstration.').waitFor();
    const oldAssets = await other.page.evaluate(async () => {
      const paths = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
      const assets = paths.filter((path) => path.startsWith('/assets/'));
      return Promise.all(assets.map(async (path) => (await fetch(path)).status));
    });
    expect(oldAssets.length).toBeGreaterThan(0);
    expect(new Set(oldAssets)).toEqual(new Set([200]));
    await other.page.getByRole('button', { name: 'Use it now' }).click();
    await other.page.getByText('The version after.').waitFor();

    await person.switchConnection();
    await page.getByText('All changes are on the server').waitFor();
    // Once one tab alone is left and loaded, the files of the former version are gone.
    await other.page.close();
    await page.reload();
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1);
    await context.close();
  },
  3 * minutes,
);

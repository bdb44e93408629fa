import { AxeBuilder } from '@axe-core/playwright';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../src/chromium/launch-chromium.ts';
import { LocalIssuer } from '../src/issuer/local-issuer.ts';
import { RunningServer } from '../src/whole/running-server.ts';

const minutes = 60_000;
const resource = 'https://plans.example';

let folder: string;
let issuer: LocalIssuer;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'issuer-'));
  // Each needs the other's address before either runs.
  const settings: Record<string, string> = {};
  server = await RunningServer.with(settings);
  issuer = await LocalIssuer.withPort(() => ({ app: server.url, resource }));
  Object.assign(settings, {
    CASEWEAVE_DEMO: '0',
    CASEWEAVE_OIDC_ISSUER: issuer.url,
    CASEWEAVE_OIDC_AUDIENCE: 'plans',
    CASEWEAVE_OIDC_CLIENT_ID: 'family-plan',
    CASEWEAVE_OIDC_RESOURCE: resource,
    CASEWEAVE_OIDC_CLOCK_SKEW: '0',
    CASEWEAVE_OIDC_COOL_DOWN: '1',
  });
  browser = await launchChromium();
}, 2 * minutes);

afterAll(async () => {
  await browser.close();
  await server.stop();
  await issuer.down();
  await rm(folder, { recursive: true, force: true });
});

const directory = () => ({
  version: 1,
  issuer: issuer.url,
  hubs: [{ id: 'east', name: 'East' }],
  agencies: [
    { id: 'early-help', name: 'Council early help', kind: 'la_early_help' },
    { id: 'oak-school', name: 'Oak School', kind: 'school' },
  ],
  practitioners: [
    { id: 'p-1', name: 'Jo Morris', subject: 'jo', agency: 'early-help', hub: 'east', roles: ['lead'] },
    { id: 'p-2', name: 'Claire Bennett', subject: 'claire', agency: 'oak-school', roles: ['taf_practitioner'] },
  ],
  accounts: [{ id: 'f-1', name: 'Chi Sample', kind: 'family-adult', person: 'P-2', subject: 'chi' }],
  persons: [
    { ref: 'P-1', name: { given: 'Tobi', family: 'Sample' }, dateOfBirth: '2017-06-12' },
    { ref: 'P-2', name: { given: 'Chi', family: 'Sample' }, dateOfBirth: '1991-02-03' },
  ],
  families: [
    {
      ref: 'F-1',
      name: 'Sample',
      hub: 'east',
      lead: 'p-1',
      team: ['p-2'],
      people: [
        { person: 'P-1', role: 'child', household: 'H-1' },
        { person: 'P-2', role: 'adult', household: 'H-1' },
      ],
    },
  ],
});

/** Opens the app in a browser window of its own, and goes to the issuer. */
async function arrive(): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  return page;
}

/** Fills in the issuer's own pages. */
async function fillIn(page: Page, account: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(account);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function signIn(account: string): Promise<Page> {
  const page = await arrive();
  await fillIn(page, account);
  await page.getByRole('heading', { name: 'My caseload' }).waitFor();
  return page;
}

const openFamily = async (page: Page) => {
  await page.getByRole('link', { name: 'Sample' }).first().click();
  await page.getByRole('textbox', { name: 'Family story' }).waitFor();
};

const tell = async (page: Page, words: string) => {
  await page.getByRole('textbox', { name: 'Family story' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
};

const work = (page: Page) => page.getByTestId('work-status').innerText();
const connection = (page: Page) => page.getByTestId('connection-status').innerText();
const allIsSent = (page: Page) =>
  expect.poll(() => work(page), { timeout: minutes }).toBe('All changes are on the server');

test(
  'a council’s own directory and issuer: nothing of the demo, an issuer that comes late, and two people in one plan',
  async () => {
    const file = join(folder, 'directory.json');
    await writeFile(file, JSON.stringify({ ...directory(), hubs: [] }));
    const refused = await server.command('import', file);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('families[0].hub: M7.');
    await writeFile(file, JSON.stringify(directory()));
    const imported = await server.command('import', file);
    expect(imported).toMatchObject({ code: 0 });
    expect(imported.said).toContain('families: 1 new');

    // The issuer is not up yet: the server starts, and the page says what is the matter.
    await server.startAgain();
    const early = await (await browser.newContext({ baseURL: server.url })).newPage();
    await early.goto('/');
    await early.getByText('The server cannot be reached.').waitFor();
    await issuer.up();
    await expect.poll(async () => (await fetch(`${server.url}/sign-in.json`)).status, { timeout: minutes }).toBe(200);
    await early.getByRole('button', { name: 'Try again' }).click();
    await early.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await early.context().close();
    const demo = await fetch(`${server.url}/demo/people`);
    expect(demo.headers.get('content-type')).toContain('text/html');

    const [jo, claire] = await Promise.all([signIn('jo'), signIn('claire')]);
    // Neither the code nor a token stays in an address, or outlives the tab.
    expect(new URL(jo.url()).href).toBe(`${server.url}/`);
    expect(await jo.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/refreshToken|"token"|eyJ/);
    await Promise.all([openFamily(jo), openFamily(claire)]);
    await tell(jo, 'Written by the lead. ');
    await claire.getByText('Written by the lead.').waitFor();
    await tell(claire, 'Written by the school.');
    await jo.getByText('Written by the school.').waitFor();
    await Promise.all([allIsSent(jo), allIsSent(claire)]);

    // A reload needs nobody's password; another tab needs a click, and shows nothing without it.
    await jo.reload();
    await jo.getByText('Written by the school.').waitFor();
    const second = await jo.context().newPage();
    await second.goto('/');
    await second.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    expect(await second.getByRole('button', { name: /^Continue as/ }).count()).toBe(0);
    expect(
      (await new AxeBuilder({ page: second }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()).violations,
    ).toEqual([]);
    await second.getByRole('button', { name: 'Sign in', exact: true }).click();
    await second.getByRole('heading', { name: 'My caseload' }).waitFor();
    await second.close();
    await claire.context().close();

    // Signing out is signing out at the issuer too.
    await jo.locator('.app-user__button').click();
    await jo.getByRole('button', { name: 'Sign out' }).click();
    await jo.getByRole('button', { name: 'Yes, sign me out' }).click();
    await jo.getByRole('button', { name: 'Sign in', exact: true }).click();
    await jo.getByPlaceholder('Enter any login').waitFor();
    await jo.context().close();
  },
  3 * minutes,
);

test(
  'a sign-in is renewed quietly, also by a new key; when it runs out, nothing but a sign-in is lost',
  async () => {
    issuer.tokenLife = 4;
    const jo = await signIn('jo');
    await openFamily(jo);
    const sockets: string[] = [];
    jo.on('websocket', (socket) => sockets.push(socket.url()));
    const before = issuer.renewed;
    await expect.poll(() => issuer.renewed, { timeout: minutes }).toBeGreaterThan(before + 1);
    await tell(jo, ' After two renewals.');
    await allIsSent(jo);
    expect(sockets).toEqual([]);

    // The issuer comes back with another key.
    await issuer.down();
    issuer.newKey();
    await issuer.up();
    const rotated = issuer.renewed;
    await expect.poll(() => issuer.renewed, { timeout: minutes }).toBeGreaterThan(rotated);
    await tell(jo, ' After a new key.');
    await allIsSent(jo);

    // It no longer renews: the sign-in runs out, and what is written stays on this device.
    issuer.renews = false;
    await expect.poll(() => connection(jo), { timeout: minutes }).toContain('Your sign-in has run out');
    await tell(jo, ' Written after it ran out.');
    await expect.poll(() => work(jo)).toMatch(/on this device/);
    issuer.renews = true;
    issuer.tokenLife = 3_600;
    await jo.getByRole('button', { name: 'Sign in again' }).click();
    // Straight back to the same page: the issuer remembers who it was.
    await jo.getByText('Written after it ran out.').waitFor();
    await allIsSent(jo);
    await jo.context().close();
  },
  3 * minutes,
);

/** What would outlive the tab in this browser: databases, what is stored by key, and what is cached. */
const left = (page: Page) =>
  page.evaluate(async () => {
    const cached: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) cached.push(new URL(url).pathname);
    return {
      databases: (await indexedDB.databases()).map(({ name }) => name),
      keys: Object.keys(localStorage),
      values: JSON.stringify(localStorage),
      cached,
    };
  });

test(
  'nothing of somebody of a family is kept on the device, and the page says that it works only online',
  async () => {
    const chi = await signIn('chi');
    await chi.getByTestId('online-only').getByText('works only while you are online').waitFor();
    await expect.poll(() => connection(chi), { timeout: minutes }).toBe('Online');
    await chi.getByRole('link', { name: 'Sample' }).first().click();
    await chi
      .getByRole('heading', { name: /Sample/ })
      .first()
      .waitFor();
    await chi.locator('.app-user__button').click();
    expect(await chi.getByRole('switch', { name: 'Work offline' }).count()).toBe(0);
    await allIsSent(chi);

    const used = await left(chi);
    expect(used.databases).toEqual([]);
    // How one signs in at this server, which is the same for everybody.
    expect(used.keys).toEqual(['caseweave.sign-in-offer']);
    expect(used.values).not.toMatch(/Chi|Sample|f-1/);
    expect(used.cached.filter((path) => !/^\/(index\.html|icon\.svg|assets\/[^/]+)$/.test(path))).toEqual([]);

    // A practitioner's browser does keep these: the looking finds what there is.
    const jo = await signIn('jo');
    await expect.poll(() => connection(jo), { timeout: minutes }).toBe('Online');
    const kept = await left(jo);
    expect(kept.databases).toHaveLength(1);
    expect(kept.keys).toContain('caseweave.offline-passes');
    await jo.context().close();

    // Another tab knows nobody, with the server and without it.
    const next = await chi.context().newPage();
    await chi.close();
    await next.goto('/');
    await next.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await next.context().setOffline(true);
    await next.reload();
    await next.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await next.getByRole('button', { name: /^Continue as/ }).count()).toBe(0);
    await next.context().close();
  },
  2 * minutes,
);

test(
  'nobody comes in with a token for somebody else’s service, or without being registered',
  async () => {
    issuer.audience = 'another service';
    const wrong = await arrive();
    await fillIn(wrong, 'jo');
    await wrong.getByRole('alert').waitFor();
    await wrong.context().close();
    issuer.audience = 'plans';
    const stranger = await arrive();
    await fillIn(stranger, 'nobody');
    await stranger.getByText('nobody here is registered under that account').waitFor();
    expect(await stranger.getByRole('heading', { name: 'My caseload' }).count()).toBe(0);
    await stranger.context().close();
  },
  2 * minutes,
);

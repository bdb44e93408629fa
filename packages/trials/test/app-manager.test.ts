import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../src/chromium/launch-chromium.ts';
import { faultsOn } from '../src/whole/accessibility.ts';
import { DemoApi } from '../src/whole/demo-api.ts';
import { Person } from '../src/whole/person.ts';
import { builtApp, RunningServer } from '../src/whole/running-server.ts';

const minutes = 60_000;
const families = 200;

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([RunningServer.start(builtApp, families), launchChromium()]);
}, 3 * minutes);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

test(
  'a manager goes through the families of a whole hub by page and filter, and allocates one to another hub',
  async () => {
    const manager = (await new DemoApi(server.url).practitioners()).find(({ role }) => /manager/i.test(role));
    if (manager === undefined) throw new Error('Nobody manages a hub.');
    const person = await Person.signIn(browser, server.url, manager);
    const { page } = person;
    await expect
      .poll(() => person.page.getByTestId('connection-status').innerText(), { timeout: minutes })
      .toBe('Online');
    const list = page.getByRole('list', { name: 'Families' }).getByRole('listitem');
    const said = () => page.getByText(/^\d+( of \d+)? families$/).innerText();
    await expect.poll(said).toMatch(/^\d\d+ families$/);
    const all = Number.parseInt(await said(), 10);
    expect(all).toBeGreaterThan(20);
    expect(await list.count()).toBe(20);
    expect(await faultsOn(page)).toEqual([]);
    const first = await list.first().innerText();
    await page.getByRole('button', { name: 'Next' }).click();
    expect(await list.first().innerText()).not.toBe(first);
    await page.getByRole('checkbox', { name: 'Review overdue' }).check();
    await expect.poll(said).toMatch(/^\d+ of \d+ families$/);
    await page.getByRole('checkbox', { name: 'Review overdue' }).uncheck();

    const name = await list.first().getByRole('heading').innerText();
    await list.first().getByRole('link').click();
    await page.getByRole('button', { name: 'Allocate to another hub' }).click();
    await person.switchConnection();
    await page.getByLabel('Hub', { exact: true }).selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Allocate', exact: true }).click();
    await page
      .getByTestId('not-yet-confirmed')
      .getByText(/^The family is allocated to/)
      .waitFor();
    await person.switchConnection();
    // The family is the other hub's now, and leaves this manager's caseload.
    await page.getByRole('heading', { name: 'Page not found' }).waitFor();
    await page.getByRole('link', { name: 'Go to my caseload' }).click();
    await expect.poll(async () => Number.parseInt(await said(), 10)).toBe(all - 1);
    expect(name).toMatch(/ family$/);
    await person.close();
  },
  3 * minutes,
);

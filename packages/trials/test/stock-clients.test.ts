import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../src/chromium/launch-chromium.ts';
import { DemoApi } from '../src/whole/demo-api.ts';
import { findPlace } from '../src/real-typing/find-place.ts';
import { replay } from '../src/real-typing/replay.ts';
import { StockDesk } from '../src/real-typing/stock-desk.ts';
import { readTrace } from '../src/real-typing/trace.ts';
import { Person } from '../src/whole/person.ts';
import { builtApp, RunningServer } from '../src/whole/running-server.ts';

const run = promisify(execFile);
const minutes = 60_000;
const example = fileURLToPath(new URL('../../../examples/y-websocket/', import.meta.url));

let folder = '';
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  // The app and, in a folder beside it, the page of the example.
  folder = await mkdtemp(join(tmpdir(), 'stock-'));
  await cp(builtApp, folder, { recursive: true });
  const vite = join(example, 'node_modules/vite/bin/vite.js');
  const build = run(process.execPath, [vite, 'build', '--outDir', join(folder, 'stock'), '--logLevel', 'error'], {
    cwd: example,
  });
  [server, browser] = await Promise.all([RunningServer.start(folder), launchChromium(), build]);
}, 3 * minutes);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function openStockPage(practitioner: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`/stock/index.html?as=${practitioner}`);
  await page
    .getByRole('status')
    .filter({ hasText: /^Connected$/ })
    .waitFor();
  return page;
}

const storyOn = (page: Page) => page.getByRole('textbox', { name: 'Family story' });

/** What the editor holds, without what is drawn over it: the names beside cursors. */
const textOn = async (page: Page): Promise<string> => (await storyOn(page).innerText()).replaceAll('\uFEFF', '').trim();

test(
  'two stock documents of a Node script end with one story',
  async () => {
    const { stdout } = await run(process.execPath, [join(example, 'src/main.ts'), server.url], { cwd: example });
    expect(stdout).toContain('Written by early-help-1 with a stock Yjs document.');
    expect(stdout).toContain('Written by school-1 with a stock Yjs document.');
    expect(stdout.trimEnd().endsWith('Both show the same story.')).toBe(true);
  },
  minutes,
);

test(
  'two pages with a stock editor and a page of the app write in one story, and see each other',
  async () => {
    const family = await new DemoApi(server.url).familyCalled('Okafor');
    const lead = await Person.signIn(browser, server.url, family.lead);
    await lead.openFamily(family.name);
    const one = await openStockPage('early-help-1');
    const two = await openStockPage('school-1');
    const words = ['From the app. ', 'From one stock page. ', 'From the other. '];
    await storyOn(one).click();
    await one.keyboard.press('Control+Home');
    await storyOn(two).click();
    await two.keyboard.press('Control+Home');
    await Promise.all([
      lead.writeInStory(words[0] ?? ''),
      one.keyboard.type(words[1] ?? ''),
      two.keyboard.type(words[2] ?? ''),
    ]);
    const [last] = words;
    await Promise.all(
      [lead.page, one, two].flatMap((page) => words.map((word) => storyOn(page).getByText(word.trim()).waitFor())),
    );
    const texts = await Promise.all([lead.page, one, two].map(textOn));
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain(last?.trim());
    // Who is where is the server's word: the app shows the school's practitioner, the stock page the lead.
    const school = family.memberOf('school').name;
    await lead.page.locator('.ql-cursor-name').filter({ hasText: school }).first().waitFor({ state: 'attached' });
    await two.locator('.ql-cursor-name').filter({ hasText: family.lead.name }).first().waitFor({ state: 'attached' });
    const { violations } = await new AxeBuilder({ page: two }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    const picture = process.env['CASEWEAVE_PICTURES'];
    if (picture !== undefined) {
      await two.screenshot({ path: join(picture, 'stock-page.png') });
      await lead.page.screenshot({ path: join(picture, 'app-beside-stock.png') });
    }
    // After a restart of the server both go on by themselves, and nothing was lost.
    await server.kill();
    await one.getByRole('status').filter({ hasText: 'trying again' }).waitFor();
    await server.startAgain();
    await one
      .getByRole('status')
      .filter({ hasText: /^Connected$/ })
      .waitFor();
    await two
      .getByRole('status')
      .filter({ hasText: /^Connected$/ })
      .waitFor();
    await storyOn(one).click();
    await one.keyboard.press('Control+Home');
    await one.keyboard.type('After the restart. ');
    await Promise.all([lead.page, two].map((page) => storyOn(page).getByText('After the restart.').waitFor()));
    expect(await textOn(two)).toBe(await textOn(one));
    await lead.close();
  },
  2 * minutes,
);

test(
  'a text that two typed at once is typed again by two stock clients, and both show it exactly',
  async () => {
    const file = join(folder, 'trace.json.gz');
    await writeFile(file, gzipSync(JSON.stringify(recordedTrace())));
    const trace = await readTrace(file);
    const desks = await StockDesk.openTwo(server.url, await findPlace(server.url));
    const { texts, changes } = await replay(trace, desks);
    expect(changes).toBe(241);
    expect(texts).toEqual([trace.endContent, trace.endContent]);
    for (const desk of desks) desk.close();
  },
  minutes,
);

/**
 * A trace as the editing-traces collection has them: one writes at the front and takes letters away, the other at the
 * end, in turns of several letters that the other has not seen yet.
 */
function recordedTrace() {
  const txns: { parents: number[]; agent: number; patches: [number, number, string][] }[] = [];
  const type = (agent: number, parents: number[], patches: [number, number, string][]) =>
    txns.push({ parents, agent, patches }) - 1;
  let heads = [type(0, [], [[0, 0, 'front|end']])];
  let front = 'front';
  let end = 'end';
  for (let turn = 0; turn < 20; turn += 1) {
    // What both have on the screen when they part.
    let first = heads;
    let second = heads;
    const seenFront = front.length;
    for (let letter = 0; letter < 6; letter += 1) {
      const word = String.fromCodePoint(97 + ((turn + letter) % 26));
      const isTakenAway = letter === 5;
      first = [type(0, first, [isTakenAway ? [1, 2, ''] : [0, 0, word]])];
      front = isTakenAway ? `${front.slice(0, 1)}${front.slice(3)}` : `${word}${front}`;
      second = [type(1, second, [[seenFront + 1 + end.length, 0, word]])];
      end += word;
    }
    heads = [...first, ...second];
  }
  return { endContent: `${front}|${end}`, txns };
}

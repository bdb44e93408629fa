import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { createServer, defaultClientConditions } from 'vite';
import { launchChromium } from '../../../packages/trials/src/chromium/launch-chromium.ts';
import { median } from '../frame/interleaved.ts';
import type { Report, Suite } from '../frame/suite.ts';
import type { Tasks } from './page/page.ts';

const root = fileURLToPath(new URL('page/', import.meta.url));
const rounds = 5;

/** How soon a caseload list is there, offline, in a real browser. */
export const caseloadList: Suite = {
  name: 'caseload-list',
  about: 'the caseload list from IndexedDB in Chromium, beside y-indexeddb opening as many documents',
  async run(report) {
    const pages = await createServer({
      root,
      configFile: false,
      logLevel: 'error',
      resolve: { conditions: ['@caseweave/source', ...defaultClientConditions], dedupe: ['yjs'] },
      server: { host: '127.0.0.1', port: 0, hmr: false },
    });
    await pages.listen();
    const browser = await launchChromium();
    const [url = ''] = pages.resolvedUrls?.local ?? [];
    try {
      for (const families of [40, 400]) await measure(browser, url, families, report);
    } finally {
      await browser.close();
      await pages.close();
    }
  },
};

async function measure(browser: Browser, url: string, families: number, report: Report): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  /** Each task on a page that was just loaded: nothing is left in memory from the one before. */
  const ask = async (task: keyof Tasks): Promise<number> => {
    await page.goto(url);
    await page.waitForFunction(() => 'tasks' in window);
    return page.evaluate(
      async ([task, families]) => {
        const { tasks } = window as unknown as {
          tasks: Record<string, (families: number) => Promise<number | undefined>>;
        };
        return (await tasks[task]?.(families)) ?? 0;
      },
      [task, families] as const,
    );
  };
  await ask('fillOurs');
  await ask('fillPeer');
  const times = { openOurs: [] as number[], openPeer: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const task of ['openOurs', 'openPeer'] as const) {
      const ms = await ask(task);
      if (round > 0) times[task].push(ms);
    }
  }
  await context.close();
  report({
    measure: 'caseload-list',
    size: families,
    what: `the list of ${families} families from this device, each with six sections; the peer opens ${families} documents`,
    unit: 'ms',
    ours: median(times.openOurs),
    other: median(times.openPeer),
    otherIs: 'y-indexeddb',
    ...(families === 400 ? { goal: { ratioAtMost: 1 / 20 } } : {}),
  });
}

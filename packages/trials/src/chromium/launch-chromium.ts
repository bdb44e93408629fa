import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { readyChromium } from './unpacked-chromium.ts';

/**
 * The flags that a Chromium is launched with in tests: it runs as root and never calls home.
 *
 * The packaged Chromium's own flags are not used: they switch web security off and run all pages in one process.
 */
export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];

/** Launches a real Chromium; close it when done. Open a page for each person in a `newContext()` of its own. */
export const launchChromium = async (): Promise<Browser> => chromium.launch(await launching());

/** Launches a real Chromium on a profile, which keeps what a browser keeps over restarts. */
export const launchChromiumOn = async (profile: string, options: BrowserContextOptions): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, { ...options, ...(await launching()) });

const launching = async () => {
  const { executablePath, env } = await readyChromium();
  return { executablePath, env: { ...env }, args: [...chromiumFlags] };
};

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../chromium/launch-chromium.ts';
import { DemoApi, type DemoFamily } from './demo-api.ts';
import { Person } from './person.ts';
import { RunningServer } from './running-server.ts';

const minutes = 60_000;

/** A server with the demonstration, a browser, and one family of it: what a trial of the app needs. */
export interface Whole {
  readonly server: RunningServer;
  readonly browser: Browser;
  readonly api: DemoApi;
  /** The Okafor family. */
  readonly family: DemoFamily;
  /** Signs in its lead practitioner at a browser of their own. */
  signInLead(): Promise<Person>;
  /** Signs in somebody of the team whose agency is of this kind. */
  signInMember(agencyKind: string): Promise<Person>;
}

/** Starts all that before the tests of a file, and ends it after them; the tests read it from what this gives. */
export function wholeForTests(): Whole {
  let server: RunningServer | undefined;
  let browser: Browser | undefined;
  let family: DemoFamily | undefined;
  beforeAll(async () => {
    [server, browser] = await Promise.all([RunningServer.start(), launchChromium()]);
    family = await new DemoApi(server.url).familyCalled('Okafor');
  }, 3 * minutes);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  const whole: Whole = {
    get server() {
      return started(server);
    },
    get browser() {
      return started(browser);
    },
    get api() {
      return new DemoApi(started(server).url);
    },
    get family() {
      return started(family);
    },
    signInLead: () => Person.signIn(whole.browser, whole.server.url, whole.family.lead),
    signInMember: (agencyKind) => Person.signIn(whole.browser, whole.server.url, whole.family.memberOf(agencyKind)),
  };
  return whole;
}

function started<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error('Nothing is started before the tests of the file begin.');
  return part;
}

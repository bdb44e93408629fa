import type { CaseloadOptions } from '@caseweave/caseload';
import { browserClock } from './browser-clock.ts';
import { browserRandom } from './browser-random.ts';
import { indexedDbStore } from './indexed-db/indexed-db-store.ts';
import type { Scope } from './scope.ts';
import { tabChannel } from './tab-channel.ts';
import { webLocks } from './web-locks.ts';
import { webSocketTransport } from './web-socket-transport.ts';

/** The ports of a caseload that a browser has. */
export type BrowserPorts = Pick<CaseloadOptions, 'store' | 'locks' | 'channel' | 'transport' | 'clock' | 'random'>;

/**
 * All ports that a browser has, for one person at one authority.
 *
 * @param url - where the server's sync endpoint is; `/sync` at the origin of the page, unless it is given
 */
export const browserPorts = (scope: Scope, url = `${location.origin.replace('http', 'ws')}/sync`): BrowserPorts => ({
  store: indexedDbStore(scope),
  locks: webLocks(scope),
  channel: tabChannel(scope),
  transport: webSocketTransport({ url }),
  clock: browserClock,
  random: browserRandom,
});

import { browserClock, browserPorts, browserRandom, indexedDbStore, tabChannel, webLocks } from '@caseweave/browser';
import {
  clockContract,
  locksContract,
  storeContract,
  tabChannelContract,
  tabsContract,
} from '@caseweave/caseload/contract';
import { expect, test } from 'vitest';

let places = 0;
const freshScope = () => ({ authority: `test ${(places += 1)} ${crypto.randomUUID()}`, principal: 'asha' });

storeContract('IndexedDB', () => {
  const scope = freshScope();
  return { open: () => indexedDbStore(scope) };
});

locksContract('Web Locks', () => {
  const scope = freshScope();
  return [webLocks(scope), webLocks(scope)];
});

tabChannelContract('BroadcastChannel', () => {
  const scope = freshScope();
  return () => tabChannel(scope);
});

tabsContract('IndexedDB, Web Locks and BroadcastChannel', () => {
  const scope = freshScope();
  return () => ({
    store: indexedDbStore(scope),
    locks: webLocks(scope),
    channel: tabChannel(scope),
    clock: browserClock,
    random: browserRandom,
  });
});

clockContract('of the browser', () => ({
  clock: browserClock,
  goOn: (milliseconds) => new Promise<void>((resolve) => browserClock.wakeIn(milliseconds, resolve)),
}));

test('[B10] random bytes differ, and random numbers are at least 0 and below 1', () => {
  expect(browserRandom.bytes(16)).not.toEqual(browserRandom.bytes(16));
  const number = browserRandom.number();
  expect(number).toBeGreaterThanOrEqual(0);
  expect(number).toBeLessThan(1);
});

test('[B13] the ports of a scope come together, and the server is at the origin of the page', async () => {
  const scope = freshScope();
  const { store, transport, ...ports } = browserPorts(scope);
  const asked: string[] = [];
  const { WebSocket: own } = globalThis;
  globalThis.WebSocket = class extends own {
    constructor(url: string | URL, protocols?: string | string[]) {
      asked.push(String(url));
      super(url, protocols);
    }
  };
  try {
    const events = { opened: () => {}, frame: () => {}, closed: () => {} };
    for (const one of [transport, browserPorts(scope, 'ws://127.0.0.1:9/sync').transport])
      one.connect(events, 'caseweave.v1').close(1000);
  } finally {
    globalThis.WebSocket = own;
  }

  expect(asked).toEqual([`ws://${location.host}/sync`, 'ws://127.0.0.1:9/sync']);
  expect((await store.load()).records).toEqual([]);
  expect(Object.keys(ports).toSorted()).toEqual(['channel', 'clock', 'locks', 'random']);
});

import { browserClock, browserRandom, indexedDbStore, tabChannel, webLocks } from '@caseweave/browser';
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

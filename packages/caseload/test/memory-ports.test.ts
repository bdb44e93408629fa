import { manualClock, memoryDisk, memoryLocks, memoryTabs, seededRandom } from '@caseweave/caseload';
import {
  clockContract,
  locksContract,
  storeContract,
  tabChannelContract,
  tabsContract,
} from '@caseweave/caseload/contract';

storeContract('in memory', () => {
  const disk = memoryDisk();
  return { open: () => disk.store() };
});

locksContract('in memory', () => {
  const locks = memoryLocks();
  return [locks, locks];
});

tabChannelContract('in memory', memoryTabs);

tabsContract('in memory', () => {
  const [disk, locks, channel, clock, random] = [
    memoryDisk(),
    memoryLocks(),
    memoryTabs(),
    manualClock(),
    seededRandom(1),
  ];
  return () => ({ store: disk.store(), locks, channel: channel(), clock, random });
});

clockContract('by hand', () => {
  const clock = manualClock();
  return { clock, goOn: (milliseconds) => clock.advance(milliseconds) };
});

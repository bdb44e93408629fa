import { manualClock, memoryDisk, memoryLocks, memoryTabs } from '@caseweave/caseload';
import { clockContract, locksContract, storeContract, tabChannelContract } from '@caseweave/caseload/contract';

storeContract('in memory', () => {
  const disk = memoryDisk();
  return { open: () => disk.store() };
});

locksContract('in memory', () => {
  const locks = memoryLocks();
  return [locks, locks];
});

tabChannelContract('in memory', memoryTabs);

clockContract('by hand', () => {
  const clock = manualClock();
  return { clock, goOn: (milliseconds) => clock.advance(milliseconds) };
});

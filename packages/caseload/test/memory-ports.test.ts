import { manualClock, memoryDisk, memoryLocks, memoryTabs, seededRandom } from '@caseweave/caseload';
import {
  clockContract,
  editorsContract,
  locksContract,
  storeContract,
  tabChannelContract,
  tabsContract,
} from '@caseweave/caseload/contract';
import * as Y from 'yjs';

storeContract('in memory', () => {
  const disk = memoryDisk();
  return { open: () => disk.store() };
});

locksContract('in memory', () => {
  const locks = memoryLocks();
  return [locks, locks];
});

tabChannelContract('in memory', memoryTabs);

const device = () => {
  const [disk, locks, channel] = [memoryDisk(), memoryLocks(), memoryTabs()];
  const [clock, random] = [manualClock(), seededRandom(1)];
  return () => ({ store: disk.store(), locks, channel: channel(), clock, random });
};

tabsContract('in memory', device);

editorsContract('in memory, without a page', device, {
  'a raw insert': (text) => text.insert(0, 'Words of mine'),
  'a transaction by hand': (text) => text.doc?.transact(() => text.insert(0, 'Words of mine'), { by: 'hand' }),
  'an undo manager': (text) => {
    const undo = new Y.UndoManager(text, { captureTimeout: 0 });
    text.insert(0, 'Words of mine');
    text.delete(0, 9);
    undo.undo();
  },
});

clockContract('by hand', () => {
  const clock = manualClock();
  return { clock, goOn: (milliseconds) => clock.advance(milliseconds) };
});

import type { Caseload } from './caseload.ts';
import { DeviceCaseload } from './device-caseload.ts';
import type { CaseloadOptions } from './options.ts';

/**
 * Opens the caseload that is stored on this device, and begins to follow the server. No document is read.
 *
 * The first tab writes; one that is opened beside it reads along and takes over when the first is gone.
 *
 * @throws StoreFailure when the store cannot be read; nothing in it is changed
 */
export async function openCaseload(options: CaseloadOptions): Promise<Caseload> {
  const stored = await options.store.load();
  const caseload = new DeviceCaseload(options, stored);
  const lock = await options.locks.tryTake(writerLock);
  if (lock === undefined) caseload.waitToWrite(options.locks.wait(writerLock));
  else await caseload.promote(lock);
  return caseload;
}

const writerLock = 'writer';

/** Whether the browser has promised to keep what this site stores. */
export type Persistence =
  /** It is kept until a person clears it. */
  | { readonly type: 'kept' }
  /** The browser may clear it when the device runs short of room. */
  | { readonly type: 'may-be-cleared' }
  /** This browser cannot say. */
  | { readonly type: 'unknown' };

/** How much room this site has on this device. */
export interface Room {
  readonly usedBytes: number;
  readonly quotaBytes: number;
}

/** Asks the browser to keep what this site stores, even when the device runs short of room. */
export async function askToPersist(): Promise<Persistence> {
  // Absent on pages that were not loaded securely, whatever the types say.
  const storage: StorageManager | undefined = navigator.storage;
  if (storage === undefined) return { type: 'unknown' };
  return (await storage.persisted()) || (await storage.persist()) ? { type: 'kept' } : { type: 'may-be-cleared' };
}

/** Asks how much room this site has; undefined if the browser does not tell. */
export async function roomLeft(): Promise<Room | undefined> {
  const storage: StorageManager | undefined = navigator.storage;
  const { usage, quota } = (await storage?.estimate()) ?? {};
  return usage === undefined || quota === undefined ? undefined : { usedBytes: usage, quotaBytes: quota };
}

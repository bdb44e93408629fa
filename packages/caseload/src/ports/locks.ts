/** A lock that is held, until it is released or its tab is gone. */
export interface HeldLock {
  release(): void;
}

/** A place in the queue for a lock. */
export interface LockRequest {
  /** Resolves when the lock is held; with undefined if the request was cancelled before. */
  readonly held: Promise<HeldLock | undefined>;
  /** Leaves the queue; a lock that is already held stays held. */
  cancel(): void;
}

/** Locks that all tabs of one device share. */
export interface Locks {
  /** Takes a lock if nobody holds it. */
  tryTake(name: string): Promise<HeldLock | undefined>;
  /** Waits in a queue for a lock. */
  wait(name: string): LockRequest;
}

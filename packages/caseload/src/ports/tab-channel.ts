import type { TabMessage } from '../tabs/tab-message.ts';

/** A channel between the tabs of one device that show the same caseload. */
export interface TabChannel {
  /** Tells all other tabs, not this one. */
  send(message: TabMessage): void;
  /**
   * Hears the other tabs, until the function that it gives is called: what `isTabMessage` knows, and nothing else, since a
   * tab may be of another version of the app.
   */
  listen(hear: (message: TabMessage) => void): () => void;
  close(): void;
}

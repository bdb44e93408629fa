import type { TabChannel } from '../ports/tab-channel.ts';
import { isTabMessage, type TabMessage } from '../tabs/tab-message.ts';

/** Makes channels between tabs in memory: each call gives one more tab's end. */
export function memoryTabs(): () => TabChannel {
  const ends = new Set<(text: string) => void>();
  return () => {
    const listeners = new Set<(message: TabMessage) => void>();
    const hear = (text: string) => {
      const message: unknown = JSON.parse(text);
      if (!isTabMessage(message)) return;
      for (const listener of Array.from(listeners)) listener(message);
    };
    ends.add(hear);
    return {
      send: (message) => {
        if (!ends.has(hear)) return;
        const text = JSON.stringify(message);
        // As between real tabs, a copy of a message arrives, later, and only where there still is somebody.
        for (const end of Array.from(ends)) {
          if (end !== hear) void Promise.resolve().then(() => (ends.has(end) ? end(text) : undefined));
        }
      },
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      close: () => {
        ends.delete(hear);
        listeners.clear();
      },
    };
  };
}

import type { TabChannel, TabMessage } from '../ports/tab-channel.ts';

/** Makes channels between tabs in memory: each call gives one more tab's end. */
export function memoryTabs(): () => TabChannel {
  const ends = new Set<(message: TabMessage) => void>();
  return () => {
    const listeners = new Set<(message: TabMessage) => void>();
    const hear = (message: TabMessage) => {
      for (const listener of Array.from(listeners)) listener(message);
    };
    ends.add(hear);
    return {
      send: (message) => {
        if (!ends.has(hear)) return;
        // As between real tabs, a message arrives later, and only where there still is somebody.
        for (const end of Array.from(ends)) {
          if (end !== hear) void Promise.resolve().then(() => (ends.has(end) ? end(message) : undefined));
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

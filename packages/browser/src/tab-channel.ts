import { isTabMessage, type TabChannel, type TabMessage } from '@caseweave/caseload';
import { type Scope, scopeName } from './scope.ts';

/** The channel between the tabs of one person and authority, by BroadcastChannel. */
export function tabChannel(scope: Scope): TabChannel {
  const channel = new BroadcastChannel(scopeName(scope));
  const listeners = new Set<(message: TabMessage) => void>();
  let isOpen = true;
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isTabMessage(data)) return;
    for (const listener of Array.from(listeners)) listener(data);
  });
  return {
    send: (message) => {
      // A channel reaches its own origin alone.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      if (isOpen) channel.postMessage(message);
    },
    listen: (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    close: () => {
      isOpen = false;
      listeners.clear();
      channel.close();
    },
  };
}

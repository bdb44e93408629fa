import type { TabChannel, TabMessage } from '@caseweave/caseload';
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

/** A tab of another version of the app may say something that this one does not know. */
function isTabMessage(data: unknown): data is TabMessage {
  if (typeof data !== 'object' || data === null || !('type' in data)) return false;
  switch (data.type) {
    case 'who-writes':
    case 'signed-out':
      return true;
    case 'committed':
      return 'sections' in data && Array.isArray(data.sections) && 'rebuilt' in data && Array.isArray(data.rebuilt);
    case 'status':
      return 'status' in data && typeof data.status === 'object' && data.status !== null;
    default:
      return false;
  }
}

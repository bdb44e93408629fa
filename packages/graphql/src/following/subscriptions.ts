import type { Tools } from '../tools.ts';
import { listChanged } from './list-changed.ts';
import { recordChanged } from './record-changed.ts';

/** Declares what may be followed: each record, and the list of each kind. */
export function subscriptions(tools: Tools): void {
  tools.builder.subscriptionType({
    description: `What changes while you listen, as server-sent events: send the subscription as any operation is sent, and
accept \`text/event-stream\`.`,
  });
  for (const kind of tools.model.kinds.values()) {
    recordChanged(tools, kind);
    listChanged(tools, kind);
  }
}

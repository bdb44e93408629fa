import { builder } from '../builder.ts';
import './caseload-changed.ts';
import './family-changed.ts';

builder.subscriptionType({
  description: `What changes while you listen, as server-sent events: send the subscription as any operation is sent, and
accept \`text/event-stream\`.`,
});

import { block, byName, cursor, deviceId, list, optional, sectionId, struct, text, varUint } from '../bytes/field.ts';
import { messageCodec } from '../bytes/message-codec.ts';
import { WIRE } from '../limits.ts';
import { writerVersions } from './writer-versions-codec.ts';
import type { ClientMessage, PushPart, WantedSection } from './client-message.ts';

const token = text(WIRE.tokenBytes);
const nothing = struct<object>({});

const part = struct<PushPart>({ section: sectionId, epoch: varUint, written: optional(cursor), update: block });
const wanted = struct<WantedSection>({ section: sectionId, vector: optional(block) });

/** The messages of a device as bytes. */
export const clientCodec = messageCodec<ClientMessage>({
  hello: {
    number: 1,
    body: struct({ token, device: optional(deviceId), cursor: optional(cursor), versions: byName(writerVersions) }),
  },
  want: { number: 2, body: struct({ sections: list(wanted, WIRE.sectionsInWant) }) },
  push: { number: 3, body: struct({ batch: varUint, parts: list(part, WIRE.partsInBatch) }) },
  lease: { number: 4, body: struct({ count: varUint }) },
  presence: {
    number: 5,
    body: struct({
      section: sectionId,
      client: varUint,
      clock: varUint,
      state: optional(text(WIRE.presenceBytes)),
    }),
  },
  reauth: { number: 6, body: struct({ token }) },
  received: { number: 7, body: struct({ bytes: varUint }) },
  ping: { number: 8, body: nothing },
  bye: { number: 9, body: nothing },
  decide: {
    number: 10,
    body: struct({ batch: varUint, written: optional(cursor), command: text(WIRE.commandBytes) }),
  },
});

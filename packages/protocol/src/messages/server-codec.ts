import * as encoding from 'lib0/encoding';
import {
  block,
  cursor,
  deviceId,
  type Field,
  flag,
  list,
  name,
  oneOf,
  optional,
  principalId,
  recordId,
  recordKind,
  sectionId,
  struct,
  text,
  varUint,
} from '../bytes/field.ts';
import { messageCodec } from '../bytes/message-codec.ts';
import { Malformed } from '../bytes/reader.ts';
import { HOLD_CODES, BATCH_REFUSAL_CODES } from '../codes.ts';
import { WIRE } from '../limits.ts';
import type { Acts, ClientAuthor, EnterHeader, FactsHeader } from './header.ts';
import { writerVersions } from './writer-versions-codec.ts';
import type { BatchResult, NotDecided, PresenceOf, ServerBye, ServerMessage, Welcome } from './server-message.ts';

const json = text();
const author = struct<ClientAuthor>({ client: varUint, principal: principalId, name, organisation: optional(name) });
const authors = list(author);

/** Read, write and append as the three lowest bits. */
const acts: Field<Acts> = {
  write: (to, { read, write, append }) => encoding.writeUint8(to, (read ? 1 : 0) | (write ? 2 : 0) | (append ? 4 : 0)),
  read: (from) => {
    const bits = from.byte();
    if (bits > 7) throw new Malformed('unknown act');
    return { read: (bits & 1) !== 0, write: (bits & 2) !== 0, append: (bits & 4) !== 0 };
  },
  least: 1,
};

const enter = struct<EnterHeader>({
  record: recordId,
  section: sectionId,
  name,
  epoch: varUint,
  oldestWriter: writerVersions,
  acts,
  authors,
  projection: optional(json),
});
const facts = struct<FactsHeader>({ record: recordId, kind: recordKind, facts: json });

const result: Field<BatchResult> = {
  write: (to, value) => {
    resultType.write(to, value.type);
    if (value.type === 'taken') return;
    if (value.type === 'not-decided') return notDecided.write(to, value);
    varUint.write(to, value.part);
    if (value.type === 'behind') return;
    if (value.type === 'refused') refusal.write(to, value.code);
    else hold.write(to, value.code);
    client.write(to, value.client);
  },
  read: (from) => {
    const type = resultType.read(from);
    switch (type) {
      case 'taken':
        return { type };
      case 'behind':
        return { type, part: from.varUint() };
      case 'refused':
        return { type, part: from.varUint(), code: refusal.read(from), client: client.read(from) };
      case 'held':
        return { type, part: from.varUint(), code: hold.read(from), client: client.read(from) };
      case 'not-decided':
        return { type, ...notDecided.read(from) };
    }
  },
  least: 1,
};
const resultType = oneOf(['taken', 'refused', 'held', 'behind', 'not-decided']);
const refusal = oneOf(BATCH_REFUSAL_CODES);
const hold = oneOf(HOLD_CODES);
const client = optional(varUint);
const notDecided = struct<Omit<NotDecided, 'type'>>({ code: name, words: text(), stands: optional(text()) });

/** `retryAfter` is absent rather than null when there is none. */
const bye: Field<Omit<ServerBye, 'type'>> = {
  write: (to, value) => byeBody.write(to, { ...value, retryAfter: value.retryAfter ?? null }),
  read: (from) => {
    const { code, words, retryAfter } = byeBody.read(from);
    return retryAfter === null ? { code, words } : { code, words, retryAfter };
  },
  least: 3,
};
const byeBody = struct<{ code: number; words: string; retryAfter: number | null }>({
  code: varUint,
  words: text(WIRE.presenceBytes),
  retryAfter: optional(varUint),
});

const leases = list(varUint);

/** The messages of a server as bytes. */
export const serverCodec = messageCodec<ServerMessage>({
  welcome: {
    number: 1,
    body: struct<Omit<Welcome, 'type'>>({
      device: deviceId,
      principal: struct<Welcome['principal']>({ id: principalId, name, organisation: optional(name) }),
      generation: name,
      leases,
      expiresAt: varUint,
      now: varUint,
      resumed: flag,
    }),
  },
  manifest: { number: 2, body: struct({ records: list(facts), sections: list(enter), cursor }) },
  facts: { number: 3, body: facts },
  enter: { number: 4, body: enter },
  state: { number: 5, body: struct({ section: sectionId, epoch: varUint, authors, update: block }) },
  change: { number: 6, body: struct({ section: sectionId, epoch: varUint, authors, updates: list(block) }) },
  leave: { number: 7, body: struct({ record: recordId, section: sectionId }) },
  cursor: { number: 8, body: struct({ cursor }) },
  outcome: { number: 9, body: struct({ batch: varUint, result }) },
  leased: { number: 10, body: struct({ leases }) },
  presence: {
    number: 11,
    body: struct<Omit<PresenceOf, 'type'>>({
      section: sectionId,
      client: varUint,
      clock: varUint,
      state: optional(text(WIRE.presenceBytes)),
      who: struct<PresenceOf['who']>({ principal: principalId, name, organisation: optional(name) }),
    }),
  },
  reauthed: { number: 12, body: struct({ expiresAt: varUint }) },
  pong: { number: 13, body: struct<object>({}) },
  bye: { number: 14, body: bye },
  decision: { number: 15, body: struct({ record: recordId, decision: json }) },
});

import type { PrincipalId, ServerMessage } from '@caseweave/protocol';
import { recordIdFrom, sectionIdFrom } from '@caseweave/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Outbound } from '../../src/sync/outbound.ts';
import { SentAuthors } from '../../src/sync/sent-authors.ts';

const record = recordIdFrom(new Uint8Array(16));
const sections = [1, 2].map((at) => sectionIdFrom(new Uint8Array(16).fill(at)));
const author = (client: number) => ({
  client,
  principal: 'p' as PrincipalId,
  name: `Name of ${client}`,
  organisation: null,
});
const change = (section: number, clients: readonly number[]): ServerMessage => ({
  type: 'change',
  section: sections[section] ?? sections[0] ?? sectionIdFrom(new Uint8Array(16)),
  epoch: 1,
  authors: clients.map(author),
  updates: [Uint8Array.from(clients)],
});

const aRow = fc.record({
  section: fc.nat(1),
  clients: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1 }),
});

test('[S1] whatever comes while a device catches up, each author is named before or with what they wrote, and once', () => {
  fc.assert(
    fc.property(fc.array(aRow, { maxLength: 12 }), fc.nat(12), fc.nat(12), (rows, joined, caughtUp) => {
      const said: ServerMessage[] = [];
      const told = new SentAuthors();
      const outbound = new Outbound(
        (messages) => said.push(...told.leaveOut(messages)),
        () => ({ type: 'pong' }),
      );
      // Rows from `joined` on are heard live; those up to `caughtUp`, which may be later, are read in catching up.
      const upTo = Math.max(joined, caughtUp);
      rows.forEach(({ section, clients }, at) => {
        if (at >= joined && at < upTo) outbound.tell(at + 1, [change(section, clients)], 0);
      });
      said.push(...told.leaveOut(rows.slice(0, upTo).map(({ section, clients }) => change(section, clients))));
      outbound.live(upTo);
      rows.forEach(({ section, clients }, at) => {
        if (at >= upTo) outbound.tell(at + 1, [change(section, clients)], 0);
      });
      outbound.flush();
      outbound.stop();
      const named = new Map<string, Set<number>>();
      for (const message of said) {
        if (message.type !== 'change') continue;
        const known = named.get(message.section) ?? new Set();
        named.set(message.section, known);
        for (const { client } of message.authors) {
          expect(known.has(client)).toBe(false);
          known.add(client);
        }
        for (const client of message.updates.flatMap((update) => [...update])) expect(known.has(client)).toBe(true);
      }
      expect(said.flatMap((message) => (message.type === 'change' ? message.updates : []))).toHaveLength(rows.length);
    }),
  );
});

test('[S1] a device that has dropped a section is told its authors again', () => {
  const told = new SentAuthors();
  const [section] = sections;
  if (section === undefined) throw new Error('There are two.');
  const enter: ServerMessage = {
    type: 'enter',
    record,
    section,
    name: 'plan.shared',
    epoch: 1,
    oldestWriter: { version: 1, extensions: {} },
    acts: { read: true, write: true, append: true },
    authors: [author(1)],
    projection: null,
  };
  const count = (message: ServerMessage) => {
    const [only] = told.leaveOut([message]);
    return only !== undefined && 'authors' in only ? only.authors.length : -1;
  };
  expect([count(enter), count(change(0, [1])), count(change(0, [2]))]).toEqual([1, 0, 1]);
  told.leaveOut([{ type: 'leave', record, section }]);
  expect([count(enter), count(change(0, [1])), count(change(0, [2]))]).toEqual([1, 0, 1]);
});

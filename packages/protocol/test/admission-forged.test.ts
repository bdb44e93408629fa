import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Device, someSteps } from './honest-devices.ts';
import { appender, docOf, held, judge, pending, reader, writer } from './sections.ts';

const configured = fc.readConfigureGlobal().numRuns ?? 50;

/** Changes of bytes. Ids and clocks here are below 128, so that one byte forges a client, a clock, an origin or a count. */
const damage = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('set' as const), at: fc.nat(), byte: fc.oneof(fc.nat(20), fc.nat(255)) }),
    fc.record({ type: fc.constant('nudge' as const), at: fc.nat(), byte: fc.constantFrom(1, 2, 254, 255, 64, 128) }),
    fc.record({ type: fc.constant('drop' as const), at: fc.nat(), byte: fc.nat() }),
    fc.record({ type: fc.constant('insert' as const), at: fc.nat(), byte: fc.nat(255) }),
    fc.record({ type: fc.constant('double' as const), at: fc.nat(), byte: fc.integer({ min: 1, max: 12 }) }),
  ),
  { minLength: 1, maxLength: 3 },
);

function damaged(update: Uint8Array, changes: readonly { type: string; at: number; byte: number }[]): Uint8Array {
  const bytes = [...update];
  for (const { type, at, byte } of changes) {
    const where = at % Math.max(1, bytes.length);
    if (type === 'set') bytes[where] = byte;
    else if (type === 'nudge') bytes[where] = ((bytes[where] ?? 0) + byte) & 255;
    else if (type === 'drop') bytes.splice(where, 1 + (byte % 4));
    else if (type === 'insert') bytes.splice(where, 0, byte);
    else bytes.splice(where, 0, ...bytes.slice(where, where + byte));
  }
  return Uint8Array.from(bytes);
}

const histories = fc.record({
  before: someSteps(3),
  after: someSteps(1),
  acts: fc.constantFrom(writer, writer, appender, reader),
  changes: fc.array(damage, { minLength: 12, maxLength: 12 }),
});

test(
  '[A34] a forged update never throws and changes nothing; what is admitted harms nobody',
  { timeout: 60_000 },
  () => {
    let admitted = 0;
    let judged = 0;
    fc.assert(
      fc.property(histories, ({ before, after, acts, changes }) => {
        const devices = [12, 10, 11].map((client) => new Device(client));
        for (const step of before) if (step.type === 'deed') devices[step.device]?.carryOut(step.deeds);
        const [me, ...others] = devices;
        if (me === undefined) return;
        const server = docOf(1, ...devices.map(({ doc }) => Y.encodeStateAsUpdate(doc)));
        Y.applyUpdate(me.doc, Y.encodeStateAsUpdate(server));
        me.unsent = [];
        for (const step of after) if (step.type === 'deed') me.carryOut(step.deeds);
        const origin = me.unsent.length === 0 ? Y.encodeStateAsUpdate(me.doc) : Y.mergeUpdates(me.unsent);
        const clean = held(server);
        const states = Y.decodeStateVector(Y.encodeStateVector(server));
        for (const change of changes) {
          const update = damaged(origin, change);
          const verdict = judge(server, update, [12, 13], { acts });
          judged += 1;
          expect(held(server)).toBe(clean);
          if (verdict.type !== 'admitted') continue;
          admitted += 1;
          expect(acts.write || acts.append).toBe(true);
          const next = docOf(1, Y.encodeStateAsUpdate(server));
          Y.applyUpdate(next, verdict.update);
          expect(pending(next)).toBe(false);
          for (const [client, state] of Y.decodeStateVector(Y.encodeStateVector(next))) {
            if (state > (states.get(client) ?? 0)) expect(verdict.clients).toContain(client);
            if (others.some((other) => other.client === client)) expect(state).toBe(states.get(client));
          }
          for (const one of next.getArray('claims').toArray()) expect(Array.isArray(one)).toBe(true);
          expect(typeof next.getText('story/').toJSON()).toBe('string');
          // It is settled: the same again is nothing new.
          expect(['empty', 'held']).toContain(judge(next, verdict.update, [12, 13], { acts }).type);
        }
      }),
      { numRuns: configured * 6 },
    );
    expect(judged).toBe(configured * 72);
    expect(admitted).toBeGreaterThan(configured);
  },
);

test('[A34] random bytes never throw', () => {
  const doc = docOf(1, Y.encodeStateAsUpdate(new Device(9).doc));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(['refused', 'empty', 'admitted', 'held']).toContain(judge(doc, bytes, [1, 2, 3]).type);
    }),
    { numRuns: configured * 20 },
  );
});

import {
  decodeClientMessages,
  decodeServerMessages,
  encodeClientFrames,
  encodeServerFrames,
  FRAME,
  isSectionId,
  openFrame,
  sectionIdFrom,
  type ServerMessage,
  WIRE,
} from '@caseweave/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aClientMessage, aSection, aServerMessage } from './arbitraries.ts';
import { record } from './drivers.ts';
import { fromClient, fromServer, payloads } from './read-frames.ts';

const bigState = (size: number): ServerMessage => ({
  type: 'state',
  section: sectionIdFrom(new Uint8Array(16)),
  epoch: 1,
  authors: [],
  update: Uint8Array.from({ length: size }, (_, at) => at % 251),
});

test('[W1] any messages of a device arrive as they were sent, in order', () => {
  fc.assert(
    fc.property(fc.array(aClientMessage, { maxLength: 8 }), (messages) => {
      expect(fromClient(encodeClientFrames(messages))).toEqual(messages);
    }),
  );
});

test('[W1] any messages of a server arrive as they were sent, in order', () => {
  fc.assert(
    fc.property(fc.array(aServerMessage, { maxLength: 8 }), (messages) => {
      expect(fromServer(encodeServerFrames(messages))).toEqual(messages);
    }),
  );
});

test('[W2] messages that are ready together share a frame', () => {
  fc.assert(
    fc.property(fc.array(aServerMessage, { minLength: 1, maxLength: 20 }), (messages) => {
      expect(encodeServerFrames(messages)).toHaveLength(1);
    }),
  );
});

test('[W3] no frame is larger than 256 KiB, whatever the messages', () => {
  for (const size of [WIRE.frameBytes - 40, WIRE.frameBytes - 20, WIRE.frameBytes, 3 * WIRE.frameBytes + 7]) {
    const messages: ServerMessage[] = [{ type: 'pong' }, bigState(size), { type: 'pong' }];
    const frames = encodeServerFrames(messages);
    expect(Math.max(...frames.map((frame) => frame.length))).toBeLessThanOrEqual(WIRE.frameBytes);
    expect(fromServer(frames)).toEqual(messages);
  }
});

test('[W4] garbage is refused or read, and never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(['decoded', 'refused']).toContain(decodeClientMessages(bytes).type);
      expect(['decoded', 'refused']).toContain(decodeServerMessages(bytes).type);
      expect(['payload', 'more', 'refused']).toContain(openFrame(null, bytes, 0, WIRE.upPayloadBytes).type);
    }),
  );
});

test('[W4] a good payload that is changed, cut or lengthened never throws', () => {
  const change = fc.record({ at: fc.nat(), byte: fc.nat(255), cut: fc.nat(), tail: fc.uint8Array({ maxLength: 4 }) });
  fc.assert(
    fc.property(aServerMessage, aClientMessage, change, (down, up, { at, byte, cut, tail }) => {
      for (const payload of [...payloads(encodeServerFrames([down])), ...payloads(encodeClientFrames([up]))]) {
        const damaged = Uint8Array.from([...payload, ...tail]).subarray(0, payload.length - (cut % 5) + tail.length);
        damaged[at % Math.max(1, damaged.length)] = byte;
        expect(['decoded', 'refused']).toContain(decodeClientMessages(damaged).type);
        expect(['decoded', 'refused']).toContain(decodeServerMessages(damaged).type);
      }
    }),
  );
});

test('[W5] every message that is cut short is refused', () => {
  fc.assert(
    fc.property(aServerMessage, fc.nat(), (message, at) => {
      const payload = payloads(encodeServerFrames([message]))[0] ?? new Uint8Array();
      expect(decodeServerMessages(payload.subarray(0, at % payload.length)).type).toBe('refused');
    }),
  );
});

test.for([
  ['no message', []],
  ['an unknown message', [99, 0]],
  ['a body longer than its payload', [8, 1]],
  ['bytes left over in a body', [8, 1, 0]],
  ['a number spelt too long', [0x88, 0, 0]],
  ['more sections than bytes', [2, 5, 0xff, 0xff, 0xff, 0xff, 0x0f]],
  ['a number over 2^53', [7, 8, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]],
] as const)('[W5] refuses %s', ([, bytes]) => {
  expect(decodeClientMessages(Uint8Array.from(bytes))).toMatchObject({ type: 'refused', code: 'malformed' });
});

test('[W9] a command of 64 KiB is read, one byte more is refused', () => {
  const decide = (bytes: number): Uint8Array[] =>
    payloads(encodeClientFrames([{ type: 'decide', batch: 1, written: null, command: 'x'.repeat(bytes) }]));
  expect(decodeClientMessages(decide(WIRE.commandBytes)[0] ?? new Uint8Array()).type).toBe('decoded');
  expect(decodeClientMessages(decide(WIRE.commandBytes + 1)[0] ?? new Uint8Array()).type).toBe('refused');
});

test('[W10] the kind of a record is any bounded word: another is neither sent nor taken', () => {
  const facts = (kind: string) => encodeServerFrames([{ type: 'facts', record, kind, facts: '{}' }]);
  const [payload = new Uint8Array()] = payloads(facts('kind'));
  const at = new TextDecoder('latin1').decode(payload).indexOf('kind');
  const said = (kind: string) => {
    const bytes = payload.slice();
    bytes.set(new TextEncoder().encode(kind), at);
    return decodeServerMessages(bytes);
  };

  expect(said('k-9s')).toMatchObject({ type: 'decoded', value: [{ kind: 'k-9s' }] });
  for (const kind of ['9job', 'Jobs', 'job ', 'j_bs']) expect(said(kind).type).toBe('refused');
  expect(facts('k'.repeat(40))).toHaveLength(1);
  for (const kind of ['', 'k'.repeat(41), 'Job', 'job:1']) expect(() => facts(kind)).toThrow(RangeError);
});

test('[W6] more messages than a payload may hold are refused', () => {
  const ping = [8, 0];
  const payload = Uint8Array.from({ length: 2 * (WIRE.messagesInPayload + 1) }, (_, at) => ping[at % 2] ?? 0);
  expect(decodeClientMessages(payload).type).toBe('refused');
  expect(decodeClientMessages(payload.subarray(2)).type).toBe('decoded');
});

test('[W7] fragments out of turn, too short, too many or too large are refused', () => {
  const open = (partial: Parameters<typeof openFrame>[0], bytes: Uint8Array, cap: number = WIRE.downPayloadBytes) =>
    openFrame(partial, bytes, 5, cap);
  const [first, last, ...none] = encodeServerFrames([bigState(WIRE.frameBytes + 10)]);
  if (first === undefined || last === undefined) throw new Error('expected two fragments');
  expect(none).toEqual([]);
  const begun = open(null, first);
  if (begun.type !== 'more') throw new Error('expected a first fragment');
  expect(begun.partial.since).toBe(5);
  expect(open(begun.partial, last).type).toBe('payload');
  expect(open(null, last).type).toBe('refused');
  expect(open(begun.partial, first).type).toBe('refused');
  expect(open(begun.partial, Uint8Array.of(FRAME.whole, 13, 0)).type).toBe('refused');
  expect(open(begun.partial, last.subarray(0, last.length - 1)).type).toBe('refused');
  expect(open(begun.partial, Uint8Array.of(...last, 0)).type).toBe('refused');
  expect(open(null, first.subarray(0, 100)).type).toBe('refused');
  expect(open(null, first, WIRE.frameBytes).type).toBe('refused');
  expect(open(null, new Uint8Array(WIRE.frameBytes + 1)).type).toBe('refused');
  expect(open(null, Uint8Array.of(FRAME.deflated, 13, 0)).type).toBe('refused');
  expect(open(null, new Uint8Array()).type).toBe('refused');
});

test('[W8] ids have one spelling', () => {
  fc.assert(
    fc.property(aSection, (id) => {
      expect(isSectionId(id)).toBe(true);
      expect(id).toHaveLength(22);
    }),
  );
  expect(isSectionId('AAAAAAAAAAAAAAAAAAAAAA')).toBe(true);
  expect(isSectionId('AAAAAAAAAAAAAAAAAAAAAB')).toBe(false);
  expect(isSectionId('AAAAAAAAAAAAAAAAAAAAA')).toBe(false);
});

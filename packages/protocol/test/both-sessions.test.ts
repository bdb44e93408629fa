import type { ClientEffect, Outcome, ServerEffect } from '@caseweave/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ClientDriver, cursorAt, part, record, section, ServerDriver, welcome } from './drivers.ts';

/** A device and a server with a line between them that can be cut at any moment, and what each of them keeps. */
class Line {
  readonly client = new ClientDriver();
  server: ServerDriver | null = null;
  /** Frames under way, and the answers that the server still works on. */
  private up: Uint8Array[] = [];
  private down: Uint8Array[] = [];
  private judging: number[] = [];
  /** The server's log: the batches in the order in which they were written in it. */
  readonly log = new Set<number>();
  readonly outcomes: Outcome[] = [];
  readonly held = new Set<string>();
  private storing = 0;
  private changes = 0;

  clientDoes(effects: readonly ClientEffect[]): void {
    for (const effect of effects) {
      switch (effect.type) {
        case 'ask-token':
          this.clientDoes(this.client.feed({ type: 'token', answer: { type: 'token', token: 't' } }));
          break;
        case 'connect':
          this.server = new ServerDriver();
          this.server.now = this.client.now;
          [this.up, this.down, this.judging] = [[], [], []];
          this.clientDoes(this.client.feed({ type: 'opened' }));
          break;
        case 'send':
          this.up.push(...effect.frames);
          break;
        case 'store':
          this.storing += 1;
          for (const event of effect.events) {
            if (event.type === 'outcome') this.outcomes.push(event);
            if (event.type === 'state') this.held.add(event.section);
            if (event.type === 'manifest') {
              const lacking = event.sections.filter(({ section: id }) => !this.held.has(id));
              const sections = lacking.map(({ section: id }) => ({ section: id, vector: null }));
              this.clientDoes(this.client.feed({ type: 'lacks', sections }));
            }
          }
          break;
        case 'close':
          this.server = null;
          break;
        case 'leased':
        case 'presence':
        case 'presence-lost':
        case 'wake':
        case 'welcomed':
          break;
      }
    }
  }

  serverDoes(effects: readonly ServerEffect[]): void {
    const { server } = this;
    if (server === null) return;
    for (const effect of effects) {
      switch (effect.type) {
        case 'send':
          this.down.push(...effect.frames);
          break;
        case 'authenticate': {
          const resumed = effect.hello.cursor !== null;
          this.serverDoes(
            server.feed({
              type: 'authenticated',
              welcome: { ...welcome, resumed, now: server.now, expiresAt: server.now + 3_600_000 },
            }),
          );
          break;
        }
        case 'catch-up': {
          const sections = Array.from({ length: 150 }, (_, at) => ({
            record,
            section: section(at),
            name: 'plan.shared',
            epoch: 1,
            oldestWriter: { version: 1, extensions: {} },
            acts: { read: true, write: true, append: true },
            authors: [],
            projection: null,
          }));
          if (!effect.resumed) {
            this.serverDoes(
              server.feed({
                type: 'say',
                messages: [{ type: 'manifest', records: [], sections, cursor: cursorAt(1) }],
              }),
            );
          }
          break;
        }
        case 'want':
          this.serverDoes(
            server.feed({
              type: 'say',
              messages: effect.sections.map((wanted) => ({
                type: 'state',
                section: wanted.section,
                epoch: 1,
                authors: [],
                update: Uint8Array.of(0, 0),
              })),
            }),
          );
          break;
        case 'push':
          this.judging.push(effect.push.batch);
          break;
        case 'decide':
          this.judging.push(effect.decide.batch);
          break;
        case 'close':
          this.server = null;
          this.clientDoes(this.client.feed({ type: 'closed', code: effect.code }));
          return;
        case 'drained':
        case 'lease':
        case 'presence':
        case 'reauthenticate':
        case 'wake':
          break;
      }
    }
  }

  step(what: 'up' | 'down' | 'judge' | 'store' | 'cut' | 'time'): void {
    const { server, client } = this;
    if (what === 'store' && this.storing > 0) {
      this.storing -= 1;
      this.clientDoes(client.feed({ type: 'stored' }));
    } else if (what === 'time') {
      client.now += 200;
      this.clientDoes(client.feed({ type: 'woke' }));
      if (server !== null) this.serverDoes(server.wakeAfter(200));
    }
    if (server === null) return;
    if (what === 'cut') {
      this.server = null;
      this.clientDoes(client.feed({ type: 'closed', code: 1006 }));
    } else if (what === 'up') {
      const frame = this.up.shift();
      if (frame !== undefined) this.serverDoes(server.feed({ type: 'frame', bytes: frame }));
    } else if (what === 'down') {
      const frame = this.down.shift();
      if (frame !== undefined) this.clientDoes(client.feed({ type: 'frame', bytes: frame }));
    } else if (what === 'judge') {
      const batch = this.judging.shift();
      if (batch === undefined) return;
      // As a real server does: by its number, a batch is logged once, whatever happened to the first answer.
      this.log.add(batch);
      const outcome: Outcome = { type: 'outcome', batch, result: { type: 'taken' } };
      this.changes += 1;
      this.serverDoes(
        server.feed({
          type: 'outcome',
          outcome,
          following: [{ type: 'cursor', cursor: cursorAt(2 + (this.changes % 200)) }],
        }),
      );
    }
  }
}

const action = fc.oneof(
  { weight: 6, arbitrary: fc.constant('up' as const) },
  { weight: 6, arbitrary: fc.constant('down' as const) },
  { weight: 4, arbitrary: fc.constant('judge' as const) },
  { weight: 4, arbitrary: fc.constant('store' as const) },
  { weight: 1, arbitrary: fc.constant('cut' as const) },
  { weight: 2, arbitrary: fc.constant('time' as const) },
  { weight: 3, arbitrary: fc.constant('write' as const) },
);

test('[C18] whenever the line is cut, each batch and each command ends in one place of the log and with an outcome, and the first sync ends', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 200 }), (actions) => {
      const line = new Line();
      line.clientDoes(line.client.feed({ type: 'start' }));
      let batches = 0;
      for (const what of actions) {
        if (what !== 'write') line.step(what);
        else if (++batches % 3 === 0) {
          line.clientDoes(line.client.feed({ type: 'decide', batch: batches, written: null, command: '{}' }));
        } else line.clientDoes(line.client.feed({ type: 'batch', batch: batches, parts: [part(1)] }));
      }
      // No more faults: all must come to rest.
      for (let round = 0; round < 200; round++) {
        for (const what of ['up', 'down', 'judge', 'store', 'time'] as const) line.step(what);
      }
      expect(line.client.state.phase.type).toBe('live');
      expect(line.client.state.outbox).toEqual([]);
      expect([...line.log]).toEqual(Array.from({ length: batches }, (_, at) => at + 1));
      expect(new Set(line.outcomes.map(({ batch }) => batch)).size).toBe(batches);
      expect(line.held.size).toBe(150);
      expect(line.client.state.cursor).not.toBeNull();
      expect(line.client.state.storing).toEqual([]);
      expect(line.server?.state.unacknowledged).toBe(0);
    }),
  );
});

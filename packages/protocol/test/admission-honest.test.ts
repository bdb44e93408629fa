import type { Admission } from '@caseweave/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Device, someSteps, type Step } from './honest-devices.ts';
import { docOf, held, judge, pending, reader } from './sections.ts';

/** The devices and the server's document; `offer` judges an update and applies it if it may be. */
class Authority {
  readonly server: Y.Doc;
  readonly devices: readonly Device[];
  offered: number;

  constructor(devices: number) {
    this.server = docOf(1);
    // Not in the order of their ids, since ties go by them.
    this.devices = Array.from({ length: devices }, (_, at) => new Device(((at * 7) % 5) + 10));
    this.offered = 0;
  }

  offer(device: Device, update: Uint8Array): Admission {
    this.offered += 1;
    const before = held(this.server);
    const states = Y.decodeStateVector(Y.encodeStateVector(this.server));
    const verdict = judge(this.server, update, [device.client]);
    expect(held(this.server)).toBe(before);
    if (verdict.type !== 'admitted') {
      expect(verdict).toEqual({ type: 'empty' });
      return verdict;
    }
    Y.applyUpdate(this.server, verdict.update);
    expect(pending(this.server)).toBe(false);
    for (const [client, state] of Y.decodeStateVector(Y.encodeStateVector(this.server))) {
      const grown = state > (states.get(client) ?? 0);
      expect(grown).toBe(verdict.clients.includes(client));
      if (grown) expect(client).toBe(device.client);
    }
    return verdict;
  }

  send(device: Device, how: 'each' | 'merged' | 'diff'): void {
    const { unsent } = device;
    device.unsent = [];
    if (how === 'diff') this.offer(device, Y.encodeStateAsUpdate(device.doc, Y.encodeStateVector(this.server)));
    else if (how === 'merged' && unsent.length > 0) this.offer(device, Y.mergeUpdates(unsent));
    else for (const update of unsent) this.offer(device, update);
  }

  receive(device: Device): void {
    Y.applyUpdate(device.doc, Y.encodeStateAsUpdate(this.server, Y.encodeStateVector(device.doc)));
  }

  step(step: Step): void {
    const device = this.devices[step.device];
    if (device === undefined) return;
    if (step.type === 'deed') device.carryOut(step.deeds);
    else if (step.type === 'send') this.send(device, step.how);
    else this.receive(device);
  }
}

const configured = fc.readConfigureGlobal().numRuns ?? 50;

test('[A30] no honest work is ever refused or held, and all of it arrives', { timeout: 60_000 }, () => {
  let offered = 0;
  fc.assert(
    fc.property(someSteps(3), (steps) => {
      const authority = new Authority(3);
      for (const step of steps) authority.step(step);
      for (const device of authority.devices) authority.send(device, 'each');
      for (const device of authority.devices) authority.receive(device);
      for (const { doc } of authority.devices) {
        expect(doc.toJSON()).toEqual(
          Object.fromEntries(Object.keys(doc.toJSON()).map((root) => [root, jsonOf(authority.server, root, doc)])),
        );
        expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(authority.server));
      }
      offered += authority.offered;
    }),
    { numRuns: configured * 6 },
  );
  expect(offered).toBeGreaterThan(configured * 6);
});

/** A root of the server's document, as the device has it declared. */
function jsonOf(server: Y.Doc, root: string, like: Y.Doc): unknown {
  const type = like.share.get(root);
  if (type instanceof Y.Array) return server.getArray(root).toJSON();
  if (type instanceof Y.Map) return server.getMap(root).toJSON();
  if (type instanceof Y.Text) return server.getText(root).toJSON();
  return like.get(root).toJSON();
}

test('[A31] what is sent a second time is empty, whoever sends it and in whatever form', () => {
  fc.assert(
    fc.property(someSteps(2), (steps) => {
      const authority = new Authority(2);
      for (const step of steps) authority.step(step);
      for (const device of authority.devices) authority.send(device, 'each');
      for (const device of authority.devices) {
        authority.receive(device);
        const all = Y.encodeStateAsUpdate(device.doc);
        // Merging may have shown a device that a formatting mark is needless. A writer's word for that is taken.
        const verdict = judge(authority.server, all, [device.client]);
        if (verdict.type === 'admitted') {
          expect(verdict.clients).toEqual([]);
          const tidied = docOf(2, Y.encodeStateAsUpdate(authority.server), verdict.update);
          expect(tidied.getText('story/').toDelta()).toEqual(device.doc.getText('story/').toDelta());
          expect(tidied.getArray('claims').toJSON()).toEqual(device.doc.getArray('claims').toJSON());
        } else expect(verdict).toEqual({ type: 'empty' });
        expect(judge(authority.server, all, [], { acts: reader })).toEqual({ type: 'empty' });
      }
    }),
  );
});

test('[A32] the same bytes come back when nothing was left out', () => {
  fc.assert(
    fc.property(someSteps(2), (steps) => {
      const authority = new Authority(2);
      for (const step of steps) {
        const device = authority.devices[step.device];
        if (device === undefined) continue;
        if (step.type !== 'deed') authority.step(step);
        else {
          authority.receive(device);
          authority.send(device, 'each');
          device.carryOut(step.deeds);
          for (const update of device.unsent) {
            const verdict = judge(authority.server, update, [device.client]);
            expect(verdict).toMatchObject({ type: 'admitted', update });
            Y.applyUpdate(authority.server, update);
          }
          device.unsent = [];
        }
      }
    }),
  );
});

test('[A33] a half-known bundle is taken from where the section ends', () => {
  fc.assert(
    fc.property(someSteps(1), fc.nat(), (steps, at) => {
      const device = new Device(9);
      for (const step of steps) if (step.type === 'deed') device.carryOut(step.deeds);
      const known = device.unsent.slice(0, at % (device.unsent.length + 1));
      const server = docOf(1, ...known);
      const verdict = judge(server, Y.encodeStateAsUpdate(device.doc), [9]);
      if (verdict.type === 'admitted') Y.applyUpdate(server, verdict.update);
      expect(['admitted', 'empty']).toContain(verdict.type);
      expect(pending(server)).toBe(false);
      expect(Y.encodeStateVector(server)).toEqual(Y.encodeStateVector(device.doc));
      expect(server.getText('story/').toDelta()).toEqual(device.doc.getText('story/').toDelta());
      expect(server.getArray('claims').toJSON()).toEqual(device.doc.getArray('claims').toJSON());
    }),
  );
});

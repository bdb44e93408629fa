import { readSection } from '@caseweave/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { plan } from './fixtures.ts';
import { act, happen, type Act } from './simulation/act.ts';
import { expectAsModel, expectAsRead } from './simulation/expectations.ts';
import { Device, Network } from './simulation/network.ts';

/**
 * Laws of merging, over three devices that edit, pass on, repeat, fall apart and start again:
 * 1. Whatever has reached a device, it shows what the model says, asks what it says, and nothing written is lost.
 * 2. A view made change by change is the view made from the document.
 * 3. When everything has reached everyone, all show and ask the same, and nothing waits.
 * 4. The order of delivery, even against causality, does not matter once everything is there.
 */
const acts = fc.array(act, { minLength: 1, maxLength: 40, size: 'max' });

function play(done: readonly Act[], each: (network: Network, act: Act) => void): Network {
  const network = new Network(3);
  // A need that all have, so that they have something to write in from the start.
  happen(network, { type: 'add-need', by: 0 });
  network.settle();
  for (const one of done) each(network, one);
  return network;
}

test('[R14] [R15] [R20] [R21] [R22] [R23] [R26] [R40] [R43] [R50] [R51] [R52] a device shows and asks what the model says', () => {
  fc.assert(
    fc.property(acts, (done) => {
      const network = play(done, (running, one) => expectAsModel(running, happen(running, one)));
      network.settle();
      for (const device of network.devices) expectAsModel(network, device);
    }),
  );
});

test('[R31] a view made change by change is the view made from the document', () => {
  fc.assert(
    fc.property(acts, (done) => {
      play(done, (network, one) => expectAsRead(happen(network, one)));
    }),
  );
});

test('[R33] [R41] when everything has reached everyone all show and ask the same', () => {
  fc.assert(
    fc.property(acts, (done) => {
      const network = play(done, happen);
      network.settle();

      const [first, ...others] = network.devices.map(({ replica: { doc, section } }) => ({
        view: section.view(),
        questions: section.questions(),
        vector: Y.encodeStateVector(doc),
        waiting: doc.store.pendingStructs ?? doc.store.pendingDs,
      }));
      expect(first?.waiting).toBeNull();
      for (const other of others) {
        expect(other.view).toEqual(first?.view);
        expect(other.questions).toEqual(first?.questions);
        expect(Y.decodeStateVector(other.vector)).toEqual(Y.decodeStateVector(first?.vector ?? new Uint8Array([0])));
      }
    }),
  );
});

test('[R33] any order of delivery, with repetitions, comes to the same', () => {
  const orders = fc.array(fc.nat(), { minLength: 60, maxLength: 60 });
  fc.assert(
    fc.property(acts, orders, (done, order) => {
      const network = play(done, happen);
      network.settle();
      const late = new Device(9);
      const shuffled = network.updates.map((update, nth) => ({ update, rank: order[nth % order.length] ?? 0 }));

      for (const { update } of shuffled.toSorted((a, b) => a.rank - b.rank)) Y.applyUpdate(late.replica.doc, update);
      for (const { update } of shuffled.slice(0, 5)) Y.applyUpdate(late.replica.doc, update);

      expect(late.replica.section.view()).toEqual(network.device(0).replica.section.view());
      expect(late.replica.section.questions()).toEqual(network.device(0).replica.section.questions());
      expect(readSection(plan, late.replica.doc)).toEqual(late.replica.section.view());
    }),
  );
});

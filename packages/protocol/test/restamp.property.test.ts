import { restamp, type Restamped } from '@caseweave/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Device, someSteps, type Step } from './honest-devices.ts';
import { docOf, held, judge, pending } from './sections.ts';

const configured = fc.readConfigureGlobal().numRuns ?? 50;
const [mine, theirs, fresh] = [12, 11, 13];

/** Two devices beside one server: this one's unsent work is what is restamped, the other's goes on meanwhile. */
class World {
  readonly server = docOf(1);
  readonly base = docOf(2);
  readonly here = new Device(mine);
  readonly there = new Device(theirs);

  constructor(steps: readonly Step[]) {
    for (const step of steps) this.step(step);
  }

  /** What this device has not sent. */
  get unsent(): readonly Uint8Array[] {
    return this.here.unsent;
  }

  private step(step: Step): void {
    const device = step.device === 0 ? this.here : this.there;
    if (step.type === 'deed') return device.carryOut(step.deeds);
    if (step.type === 'send') {
      for (const update of device.unsent) Y.applyUpdate(this.server, update);
      device.unsent = [];
      if (device === this.here) this.receive(this.here);
      return;
    }
    this.receive(device);
  }

  private receive(device: Device): void {
    const update = Y.encodeStateAsUpdate(this.server);
    Y.applyUpdate(device.doc, update);
    if (device === this.here) Y.applyUpdate(this.base, update);
  }
}

/** Histories, and which of the unsent updates are not taken: the first, and any after it. */
const histories = fc.tuple(someSteps(2), fc.array(fc.boolean(), { maxLength: 40 }));

const told = ([steps, refused]: readonly [readonly Step[], readonly boolean[]]) => {
  const world = new World(steps);
  const updates = world.unsent.map((update, at) => ({ update, survives: at > 0 && refused[at] !== true }));
  const input = { base: world.base, updates, client: fresh };
  return { world, updates, input, results: restamp(input) };
};

const restamped = (results: readonly Restamped[]): Uint8Array[] =>
  results.flatMap((result) => (result.type === 'restamped' ? [result.update] : []));

const after = (base: Y.Doc, updates: readonly Uint8Array[]): Y.Doc => docOf(3, Y.encodeStateAsUpdate(base), ...updates);

/** What is to be seen once the updates that are lost are thought away, in the order in which this device showed it. */
function expected({ world, updates, results }: ReturnType<typeof told>, root: string): readonly unknown[] {
  const whole = new Y.Doc({ gc: false });
  Y.applyUpdate(whole, Y.encodeStateAsUpdate(world.base));
  for (const { update } of updates) Y.applyUpdate(whole, update);
  const kept = updates.flatMap(({ update }, at) => (results[at]?.type === 'lost' ? [] : [Y.decodeUpdate(update)]));
  const writes = (client: number, clock: number) =>
    kept.some(({ structs }) =>
      structs.some(({ id, length }) => id.client === client && clock >= id.clock && clock < id.clock + length),
    );
  const deletes = (client: number, clock: number) =>
    kept.some(({ ds }) =>
      ds.clients.get(client)?.some((range) => clock >= range.clock && clock < range.clock + range.len),
    );
  const seen: unknown[] = [];
  const type = root === 'claims' ? whole.getArray(root) : whole.getText(root);
  for (let item = type._start; item !== null; item = item.right) {
    const { client, clock } = item.id;
    if (!(item.content instanceof Y.ContentString || item.content instanceof Y.ContentAny)) continue;
    for (const [at, value] of (item.content.getContent() as unknown[]).entries()) {
      const inBase = clock + at < Y.getState(world.base.store, client);
      const isThere = inBase ? !isDeleted(world.base, client, clock + at) : writes(client, clock + at);
      if (isThere && !deletes(client, clock + at)) seen.push(value);
    }
  }
  return seen;
}

function isDeleted(doc: Y.Doc, client: number, clock: number): boolean {
  const structs = doc.store.clients.get(client) ?? [];
  return structs[Y.findIndexSS(structs, clock)]?.deleted ?? true;
}

const texts = ['story/', 'needs.note/n1', 'needs.note/n2', 'later.text/n1'];
/** What a strike saw is named by other ids afterwards. */
const asText = (claim: unknown) => JSON.stringify(claim).replace(/"saw":\{[^}]*\}/, '"saw":{}');
const claimsOf = (doc: Y.Doc) => doc.getArray('claims').toArray();

test('[R1] what survives is admitted, one after the other, also beside what others wrote meanwhile; nothing waits', () => {
  let taken = 0;
  fc.assert(
    fc.property(histories, (history) => {
      const { world, results } = told(history);
      for (const update of restamped(results)) {
        const verdict = judge(world.server, update, [fresh], { isClosed: (client) => client === mine });
        expect(['admitted', 'empty']).toContain(verdict.type);
        if (verdict.type === 'admitted') Y.applyUpdate(world.server, verdict.update);
        expect(pending(world.server)).toBe(false);
        taken += 1;
      }
    }),
    { numRuns: configured * 4 },
  );
  expect(taken).toBeGreaterThan(configured);
});

test('[R2] texts keep every character that survives, once, in the order that this device has shown', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const story = told(history);
      const result = after(story.world.base, restamped(story.results));
      for (const root of texts) expect(result.getText(root).toJSON()).toBe(expected(story, root).join(''));
    }),
    { numRuns: configured * 4 },
  );
});

test('[R3] every claim that survives is there once, and none that does not', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const story = told(history);
      const result = after(story.world.base, restamped(story.results));
      expect(claimsOf(result).map(asText).toSorted()).toEqual(expected(story, 'claims').map(asText).toSorted());
    }),
    { numRuns: configured * 4 },
  );
});

test('[R5] nothing given is changed, and the same comes of it each time', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { input, results } = told(history);
      const before = [held(input.base), input.updates.map(({ update }) => [...update])];
      expect(restamp(input)).toEqual(results);
      expect([held(input.base), input.updates.map(({ update }) => [...update])]).toEqual(before);
    }),
    { numRuns: configured },
  );
});

test('[R6] what was not taken first may be released later, as it was', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { world, updates, results } = told(history);
      const [first] = updates;
      if (first === undefined) return;
      for (const update of restamped(results)) Y.applyUpdate(world.server, update);
      const verdict = judge(world.server, first.update, [mine]);
      expect(['admitted', 'empty']).toContain(verdict.type);
    }),
    { numRuns: configured },
  );
});

test('[R7] whatever the bytes, it answers; and what cannot be read is lost', () => {
  fc.assert(
    fc.property(histories, fc.uint8Array({ maxLength: 40 }), fc.nat(), (history, bytes, place) => {
      const { input } = told(history);
      const at = place % (input.updates.length + 1);
      const updates = input.updates.toSpliced(at, 0, { update: bytes, survives: true });
      expect(restamp({ ...input, updates })).toHaveLength(updates.length);
    }),
    { numRuns: configured * 2 },
  );
});

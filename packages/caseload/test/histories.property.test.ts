import { type Caseload, type EditState, seededRandom } from '@caseweave/caseload';
import { recordIdFrom, sectionIdFrom } from '@caseweave/protocol';
import { readSection } from '@caseweave/record';
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { expect } from 'vitest';
import * as Y from 'yjs';
import { device, settled } from './world/device.ts';
import { LoopbackAuthority, writing } from './world/loopback-authority.ts';
import { notes, plan } from './world/schemas.ts';

/*
 * Laws, over random histories of three devices that edit (also several sections at once), type, decide, register
 * jobs and write in them, go offline and online, reload, lose power, fill their disks, lose outcomes on the way, and
 * have edits refused and commands not decided:
 *
 * 1. All devices end with the same view as the server.
 * 2. Nothing is lost: every edit that was once said to be on this device, or was not said to be unstored when power
 *    failed, is in the view or among the edits that need attention.
 * 3. Nothing is doubled, and of an edit of several sections all is taken or nothing.
 * 4. States are true: at the end nothing is said to be only on a device; what needs attention is not at the server.
 */

type Write = 'add' | 'type' | 'retitle' | 'span' | 'join' | 'register';

type Step =
  | { readonly type: Write | 'offline' | 'online' | 'reload' | 'crash'; readonly at: number }
  | { readonly type: 'settle' | 'lose-outcome' }
  | { readonly type: 'fill-disk'; readonly at: number; readonly times: number }
  | { readonly type: 'refuse'; readonly at: number };

const at = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constantFrom('add' as const, 'type' as const), at }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('retitle' as const), at }) },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constantFrom('span' as const, 'join' as const, 'register' as const), at }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('settle' as const) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constantFrom('offline' as const, 'online' as const), at }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('reload' as const, 'crash' as const), at }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('lose-outcome' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('refuse' as const), at }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('fill-disk' as const), at, times: fc.integer({ min: 1, max: 3 }) }),
  },
);

class World {
  readonly authority = new LoopbackAuthority();
  readonly record = this.authority.addRecord();
  readonly names = ['asha', 'ben', 'cara'] as const;
  readonly section = this.authority.addSection(this.record, 'plan', { asha: writing, ben: writing, cara: writing });
  readonly notes = this.authority.addSection(this.record, 'notes', { asha: writing, ben: writing, cara: writing });
  readonly devices = this.names.map((name, seed) => device(this.authority, name, seed + 1));
  readonly tabs: Caseload[] = [];
  /** Every mark that must not be lost, by the device that made it. */
  readonly made = new Map<string, number>();
  /** Marks of edits that span both sections. */
  readonly spans = new Set<string>();
  readonly random = seededRandom(3);
  /** Marks that no store is known to have. */
  readonly unsafe: Set<string>[] = [new Set(), new Set(), new Set()];
  private readonly refusing = new Set<string>();
  private marks = 0;

  async start(): Promise<void> {
    for (const here of this.devices) this.tabs.push(await here.openTab());
    for (const tab of this.tabs) await tab.open(this.record);
    await settled();
    this.authority.refuse = (_push, { principal }) => (this.refusing.delete(principal) ? 'wrong-claim' : null);
    this.authority.decline = (_command, principal) => (this.refusing.delete(principal) ? 'not-allowed' : null);
  }

  async take(step: Step): Promise<void> {
    switch (step.type) {
      case 'settle':
        await settled();
        this.noteSafe();
        return;
      case 'lose-outcome':
        this.authority.loseNextOutcome = true;
        return;
      case 'refuse':
        this.refusing.add(this.names[step.at] ?? '');
        return;
      case 'fill-disk':
        this.devices[step.at]?.disk.failCommit(1, 'quota', step.times);
        return;
      case 'offline':
        this.devices[step.at]?.link.cut(true);
        return;
      case 'online':
        await this.devices[step.at]?.reconnect();
        return;
      case 'reload':
      case 'crash':
        return this.reopen(step.at, step.type);
      case 'add':
      case 'join':
      case 'register':
      case 'retitle':
      case 'span':
      case 'type':
        await this.write(step.type, step.at);
    }
  }

  /** All is repaired: in the end everything that can arrive has arrived. */
  async finish(): Promise<readonly EditState[]> {
    this.refusing.clear();
    this.authority.loseNextOutcome = false;
    for (const { disk } of this.devices) disk.failNoMore();
    for (let round = 0; round < 4; round += 1) for (const here of this.devices) await here.reconnect();
    return this.tabs.flatMap((tab) => tab.edits());
  }

  async view(of: number) {
    const tab = this.tabs[of];
    return (await tab?.open(this.record))?.section(plan)?.current.view();
  }

  private async write(kind: Write, at: number): Promise<void> {
    const tab = this.tabs[at];
    const open = await tab?.open(this.record);
    const section = open?.section(plan);
    if (tab === undefined || open === undefined || section?.writing().type !== 'may-write') return;
    const mark = `«${(this.marks += 1)}»`;
    if (kind === 'join') {
      const outcome = await tab.decide({ type: 'join', record: this.record, who: mark });
      if (outcome.type === 'on-device') this.made.set(mark, at);
      return;
    }
    if (kind === 'register') return this.register(tab, at, mark);
    if (kind === 'retitle') {
      section.edit((draft) => {
        draft.title = mark;
      });
      return;
    }
    if (kind === 'span') {
      const outcome = open.edit([plan, notes], ([draft, words]) => {
        draft.actions.add({ what: mark });
        words.words = mark;
      });
      if (outcome.type !== 'edited') return;
      this.spans.add(mark);
    } else if (kind === 'add') section.edit((draft) => void draft.actions.add({ what: mark }));
    else {
      const text = section.current.text('story');
      const editor = {};
      // Every second editor is announced: it must make no difference.
      const release = this.marks % 2 === 0 ? section.current.bindOrigin(editor) : () => {};
      // At the beginning, the end, or between two marks: nobody types into another's word here.
      const places = [0, ...Array.from(section.current.view().story.text.matchAll(/»/g), ({ index }) => index + 1)];
      section.current.doc.transact(() => text.insert(places[this.marks % places.length] ?? 0, mark), editor);
      release();
    }
    this.made.set(mark, at);
    this.unsafe[at]?.add(mark);
  }

  /** A job is registered, and at once written in: twice, so that the second builds on the first. */
  private async register(tab: Caseload, at: number, mark: string): Promise<void> {
    const record = recordIdFrom(this.random.bytes(16));
    const ids = [this.random.bytes(16), this.random.bytes(16)].map((bytes) => sectionIdFrom(bytes));
    const command = { type: 'register', record, depot: mark, plan: ids[0] ?? '', notes: ids[1] ?? '' };
    const outcome = await tab.decide(command);
    if (outcome.type !== 'on-device') return;
    this.made.set(mark, at);
    const section = (await tab.open(record)).section(plan);
    for (const place of ['first', 'second']) {
      const within = `«${(this.marks += 1)} ${place}»`;
      const written = section?.edit((draft) => void draft.actions.add({ what: within }));
      if (written?.type !== 'edited') continue;
      this.made.set(within, at);
      this.unsafe[at]?.add(within);
    }
  }

  private async reopen(at: number, how: 'reload' | 'crash'): Promise<void> {
    const here = this.devices[at];
    const tab = this.tabs[at];
    if (here === undefined || tab === undefined) return;
    if (how === 'reload') await tab.close();
    else {
      // What is on its way into the store, or said not to be stored, goes with the power.
      for (const mark of this.unsafe[at] ?? []) this.made.delete(mark);
      here.crash();
    }
    const unstored = tab.edits().filter(({ code }) => code === 'not-stored');
    for (const mark of this.unsafe[at] ?? []) {
      if (JSON.stringify(unstored).includes(mark)) this.made.delete(mark);
    }
    this.unsafe[at]?.clear();
    here.disk.failNoMore();
    this.tabs[at] = await here.openTab();
  }

  private noteSafe(): void {
    for (const [at, tab] of this.tabs.entries()) {
      const unstored = JSON.stringify(tab.edits().filter(({ code }) => code === 'not-stored'));
      for (const mark of this.unsafe[at] ?? []) if (!unstored.includes(mark)) this.unsafe[at]?.delete(mark);
    }
  }
}

test.prop([fc.array(step, { minLength: 5, maxLength: 60 })])(
  '[L1] devices converge, nothing is lost or doubled, and states are true, whatever happens',
  async (steps) => {
    const world = new World();
    await world.start();
    for (const one of steps) await world.take(one);
    const edits = await world.finish();

    const kept = world.authority.sections.get(world.section);
    const truth = kept === undefined ? undefined : readSection(plan, kept.doc);
    for (const [at, tab] of world.tabs.entries()) {
      expect(tab.status()).toMatchObject({ connection: 'online', onDevice: 0, saving: 0, storage: null });
      const view = await world.view(at);
      expect(view).toEqual(truth);
      expect(tab.records()[0]?.sections[0]?.projection).toEqual(truth?.title == null ? null : { title: truth.title });
    }
    const attention = edits.map((edit) => JSON.stringify(edit));
    const plans = [...world.authority.sections.values()].filter(({ name }) => name === 'plan');
    const actions = plans.flatMap(({ doc }) => readSection(plan, doc).actions.map(({ what }) => what));
    const decided = [...world.authority.facts.values()].flatMap(({ depot, team }) => [depot, ...team]);
    const noted = (world.authority.sections.get(world.notes)?.log ?? []).map(({ update }) => writtenIn(update));
    for (const mark of world.made.keys()) {
      const inActions = actions.filter((what) => what === mark).length;
      const inStory = (truth?.story.text.split(mark).length ?? 1) - 1;
      const inDecisions = decided.filter((words) => words === mark).length;
      const inAttention = attention.filter((edit) => edit.includes(mark)).length;
      expect([mark, inActions + inStory + inDecisions + (inAttention > 0 ? 1 : 0)]).toEqual([mark, 1]);
      const inNotes = noted.filter((words) => words.includes(mark)).length;
      if (world.spans.has(mark)) expect([mark, inNotes]).toEqual([mark, inActions]);
    }
    for (const tab of world.tabs) await tab.close();
  },
  600_000,
);

/** All values that an update writes, in one text. */
const writtenIn = (update: Uint8Array): string =>
  JSON.stringify(Y.decodeUpdate(update).structs.map((struct) => (struct instanceof Y.Item ? struct.content : null)));

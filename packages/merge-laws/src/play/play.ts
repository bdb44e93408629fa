import * as Y from 'yjs';
import type { History } from '../history/step.ts';
import type { Law } from '../laws.ts';
import { KnownEdits } from '../oracle/known-edits.ts';
import type { Replica, Subject } from '../subject.ts';
import { Broken, type Breach } from './breach.ts';
import { Device } from './device.ts';
import { firstDifference, type Difference } from './difference.ts';
import type { PlayEvent } from './event.ts';
import { Referee } from './referee.ts';
import { World, type MadeEdit } from './world.ts';

/** How a history is played. */
export interface PlayOptions {
  /** The laws that are checked. */
  readonly laws: ReadonlySet<Law>;
  /** Whether edits arrive only after those that their writers had received. */
  readonly causal: boolean;
  /** Hears of everything that happens. */
  readonly listen?: (event: PlayEvent) => void;
}

/** What came of a history. */
export interface Played {
  /** The law that was broken, if one was. */
  readonly breach: Breach | undefined;
  readonly edits: number;
  readonly refused: number;
}

/** Plays a history from its beginning until a law is broken, or all is told. */
export function play<Edit, Opened extends Replica>(
  subject: Subject<Edit, Opened>,
  history: History<Edit>,
  options: PlayOptions,
): Played {
  const { laws, causal } = options;
  let world: World<Edit, Opened> | undefined;
  let at = 0;
  try {
    world = new World(subject, history, { causal, clocks: 1, listen: options.listen });
    const referee = new Referee(subject, world, laws, causal);
    for (const device of world.devices) referee.judge(device);
    for (const step of history.steps) {
      at += 1;
      const before = world.devices.map(({ shown }) => shown);
      const device = world.take(step);
      if (device !== undefined) referee.judge(device, step, before[device.index]);
    }
    at += 1;
    end(subject, history, world, referee, options);
    return { breach: undefined, edits: world.written.length, refused: world.refused.count };
  } catch (error) {
    const breach = error instanceof Broken ? error.breach : thrown(error, at - 1, history);
    return { breach, edits: world?.written.length ?? 0, refused: world?.refused.count ?? 0 };
  } finally {
    for (const { replica } of world?.devices ?? []) replica.close?.();
  }
}

function thrown(error: unknown, step: number, { steps }: History): Breach {
  const happened = steps[step];
  const replica = happened === undefined ? 0 : 'at' in happened ? happened.at : 'to' in happened ? happened.to : 0;
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { law: 1, says: `an error was thrown: ${message}`, step, replica };
}

// Everything has reached everyone: what must hold only then.
function end<Edit, Opened extends Replica>(
  subject: Subject<Edit, Opened>,
  history: History<Edit>,
  world: World<Edit, Opened>,
  referee: Referee<Edit, Opened>,
  { laws, causal }: PlayOptions,
): void {
  world.settle();
  for (const device of world.devices) referee.judge(device);
  const highest = Math.max(...world.devices.map(({ version }) => version));
  const behind = world.devices.filter(({ version }) => version !== highest);
  for (const device of behind) {
    device.version = highest;
    device.restart('state');
    referee.judge(device);
  }
  const [first] = world.devices;
  if (first?.shown === undefined) return;
  const { shown } = first;
  const updates = world.written.flatMap((written) => written.updates);
  const broken = (law: Law, says: string, { path, one, other }: Difference): never => {
    throw new Broken({ law, says, path, expected: one, found: other, step: world.step, replica: 0 });
  };

  // Each costs as much as a replica, so a history has one of them: the same one in every replay.
  const merges = laws.has(1) && (updates.length % 2 === 0 || !laws.has(5));
  if (merges && updates.length > 0) {
    const rebuilt = late(subject, world, highest);
    rebuilt.start([Y.mergeUpdates(updates)]);
    const difference = firstDifference(shown, referee.look(rebuilt));
    rebuilt.replica.close?.();
    if (difference !== undefined) broken(1, 'a replica made of all merged updates shows something else', difference);
  } else if (laws.has(5) && updates.length > 0) {
    const reordered = late(subject, world, highest);
    reordered.start([...(causal ? inAnotherOrder(world.written) : shuffled(updates)), ...updates.slice(0, 3)]);
    const difference = firstDifference(shown, referee.look(reordered));
    reordered.replica.close?.();
    if (difference !== undefined)
      broken(5, 'a replica that received the same in another order shows something else', difference);
  }
  if (laws.has(7) && history.steps.some(({ type }) => type === 'clock')) {
    const difference = firstDifference(shown, withOtherClocks(subject, history, highest, causal));
    if (difference !== undefined)
      broken(7, 'with clocks that are wrong the other way something else is shown', difference);
  }
}

// A replica that comes when all is over.
function late<Edit, Opened extends Replica>(
  subject: Subject<Edit, Opened>,
  world: World<Edit, Opened>,
  version: number,
): Device<Opened> {
  return new Device<Opened>(subject, world.devices.length, { version, now: () => 0, undoes: false });
}

// The same in every replay. Each comes after what it was based on: updates that Yjs has to put off can wait in it for ever.
function inAnotherOrder(written: readonly MadeEdit[]): readonly Uint8Array[] {
  const left = written.toSorted((a, b) => rankOf(a.number) - rankOf(b.number));
  const known = new KnownEdits();
  const ordered: MadeEdit[] = [];
  while (left.length > 0) {
    const [next] = left.splice(
      Math.max(
        0,
        left.findIndex(({ needs }) => needs.isWithin(known)),
      ),
      1,
    );
    if (next === undefined) break;
    known.add(next.number);
    ordered.push(next);
  }
  return ordered.flatMap(({ updates }) => updates);
}

// For a network that does not see to that.
function shuffled(updates: readonly Uint8Array[]): readonly Uint8Array[] {
  return updates
    .map((update, index) => ({ update, rank: rankOf(index) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ update }) => update);
}

const rankOf = (index: number): number => (index * 7_919 + 104_729) % 1_009;

function withOtherClocks<Edit, Opened extends Replica>(
  subject: Subject<Edit, Opened>,
  history: History<Edit>,
  version: number,
  causal: boolean,
): unknown {
  const world = new World(subject, history, { causal, clocks: -1, listen: undefined });
  for (const step of history.steps) world.take(step);
  world.settle();
  const [first] = world.devices;
  if (first === undefined) return undefined;
  if (first.version !== version) {
    first.version = version;
    first.restart('state');
  }
  const { replica } = first;
  const shown = { view: subject.view(replica), questions: subject.questions?.(replica) };
  for (const device of world.devices) device.replica.close?.();
  return shown;
}

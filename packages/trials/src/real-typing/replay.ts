import type { Desk } from './desk.ts';
import type { Stretch, Trace } from './trace.ts';

/** What came of a text that was typed again. */
export interface Replayed {
  readonly seconds: number;
  readonly changes: number;
  readonly stretches: number;
  /** What both show at the end. */
  readonly texts: readonly [string, string];
}

/** Types a text again, each stretch on exactly what its author had on the screen, until both have everything. */
export async function replay({ devices }: Trace, desks: readonly [Desk, Desk]): Promise<Replayed> {
  const started = performance.now();
  await Promise.all([type(desks[0], devices[0]), type(desks[1], devices[1])]);
  await Promise.all([desks[0].receive(devices[1].length), desks[1].receive(devices[0].length)]);
  return {
    seconds: (performance.now() - started) / 1000,
    changes: devices.flat().reduce((count, { changes }) => count + changes.length, 0),
    stretches: devices.flat().length,
    texts: [desks[0].text, desks[1].text],
  };
}

async function type(desk: Desk, stretches: readonly Stretch[]): Promise<void> {
  for (const stretch of stretches) {
    await desk.receive(stretch.after);
    await desk.type(stretch);
  }
}

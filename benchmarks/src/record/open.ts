import * as Y from 'yjs';
import { interleaved } from '../frame/interleaved.ts';
import type { Report, Suite } from '../frame/suite.ts';
import { openTyped, rawRows } from './action-plan.ts';
import { type Lived, sessions } from './sessions.ts';

const otherIs = 'raw Yjs map';

/** What opening a section costs, and how large its state becomes, as it is edited over and over. */
export const openAndState: Suite = {
  name: 'open',
  about: 'a section opened to its first view, and the size of its state, after 500, 2,000 and 20,000 edits',
  run(report) {
    open(sessions(25), 0, () => undefined);
    for (const count of [25, 100, 1_000]) {
      const lived = sessions(count);
      open(lived, count * 20, report);
      state(lived, count * 20, report);
    }
  },
};

let sink: unknown;

function open({ typed, raw }: Lived, edits: number, report: Report): void {
  const time = interleaved(80, 5, [
    {
      name: 'raw',
      run: () => {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, raw);
        sink = rawRows(doc).toJSON();
      },
    },
    {
      name: 'typed',
      run: () => {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, typed);
        sink = openTyped(doc).view().actions.length;
      },
    },
  ]);
  if (sink === undefined) throw new Error('Nothing was measured.');
  report({
    measure: 'open',
    size: edits,
    what: `bytes to a section's first view, after ${edits} edits; the peer to its JSON`,
    unit: 'us',
    ours: time('typed'),
    other: time('raw'),
    otherIs,
    goal: { ratioAtMost: 1.3 },
  });
}

function state({ typed, raw }: Lived, edits: number, report: Report): void {
  report({
    measure: 'state',
    size: edits,
    what: `a section's state after ${edits / 20} sessions of 20 edits`,
    unit: 'bytes',
    ours: typed.length,
    other: raw.length,
    otherIs,
    ...(edits === 20_000 ? { goal: { ratioAtMost: 0.2 } } : {}),
  });
}

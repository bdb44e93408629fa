import * as Y from 'yjs';
import { appendValues, deleteValue } from '../../../packages/record/src/yjs-internals.ts';
import { interleaved } from '../frame/interleaved.ts';
import type { Report, Suite } from '../frame/suite.ts';
import { bothPlans, dayOf, openTyped, rawRows } from './action-plan.ts';

const sizes = [60, 600, 6_000];
const otherIs = 'raw Yjs map';

/** What an edit and a view cost beside the same in a raw Yjs map, as the plan grows. */
export const typedEdit: Suite = {
  name: 'typed-edit',
  about: 'a typed, validated edit, and the view after it, beside a raw Yjs map of maps',
  run(report) {
    warmUp();
    for (const size of sizes) edit(size, report);
    for (const size of sizes) editAndView(size, report);
    for (const size of sizes) received(size, report);
  },
};

let sink: unknown;

/** Lets the compiler see every path before anything is timed. */
function warmUp(): void {
  const { section, rawDoc, raw, nameOf } = bothPlans(60);
  for (let n = 0; n < 40_000; n += 1) {
    rawDoc.transact(() => raw.get(nameOf(n))?.set('dueOn', dayOf(n)));
    section.edit((draft) => {
      draft.actions.byId(nameOf(n)).dueOn = dayOf(n);
    });
    sink = [section.view().actions.byId(nameOf(n)), raw.get(nameOf(n))?.toJSON()];
  }
}

function edit(size: number, report: Report): void {
  const { section, rawDoc, raw, nameOf } = bothPlans(size);
  const time = interleaved(120, 200, [
    { name: 'floor', run: replacing(size, nameOf) },
    { name: 'raw', run: (n) => rawDoc.transact(() => raw.get(nameOf(n))?.set('dueOn', dayOf(n))) },
    {
      name: 'typed',
      run: (n) => {
        section.edit((draft) => {
          draft.actions.byId(nameOf(n)).dueOn = dayOf(n);
        });
      },
    },
  ]);
  const what = `one date changed by a typed edit, in a plan of ${size} rows`;
  const common = { measure: 'typed-edit', size, what, unit: 'us', ours: time('typed') };
  report({ ...common, other: time('raw'), otherIs, goal: { ratioAtMost: 1.5 } });
  report({ ...common, peer: 'floor', other: time('floor'), otherIs: 'one delete and one append in Yjs' });
}

/** The least that a claim written in the place of another costs in Yjs. */
function replacing(rows: number, nameOf: (n: number) => string): (n: number) => void {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const array = doc.getArray<unknown>('claims');
  const names = Array.from({ length: rows }, (_, n) => nameOf(n));
  const fields = ['what', 'detail', 'reviewOn', 'dueOn', 'level', 'status', 'place'];
  const claims = names.flatMap((name, n) => fields.map((field) => [name, `actions.${field}`, dayOf(n), { t: 1 }]));
  let last = doc.transact((transaction) => appendValues(transaction, array, claims, undefined)) + claims.length - 1;
  const first = last - claims.length + 1;
  const clocks = new Map(names.map((name, n) => [name, first + n * fields.length + 3]));
  return (n) =>
    doc.transact((transaction) => {
      const name = nameOf(n);
      deleteValue(transaction, array, { client: 1, clock: clocks.get(name) ?? 0 });
      last = appendValues(transaction, array, [[name, 'actions.dueOn', dayOf(n), { t: 1 }]], last);
      clocks.set(name, last);
    });
}

function editAndView(size: number, report: Report): void {
  const { section, rawDoc, raw, nameOf } = bothPlans(size);
  sink = section.view();
  const time = interleaved(120, 200, [
    {
      name: 'raw',
      run: (n) => {
        rawDoc.transact(() => raw.get(nameOf(n))?.set('dueOn', dayOf(n)));
        sink = raw.get(nameOf(n))?.toJSON();
      },
    },
    {
      name: 'typed',
      run: (n) => {
        section.edit((draft) => {
          draft.actions.byId(nameOf(n)).dueOn = dayOf(n);
        });
        sink = section.view().actions.byId(nameOf(n));
      },
    },
  ]);
  report({
    measure: 'edit-and-view',
    size,
    what: `one date changed, then the view and its row read, in a plan of ${size} rows`,
    unit: 'us',
    ours: time('typed'),
    other: time('raw'),
    otherIs,
    goal: { ratioAtMost: 1.5 },
  });
}

/** A change from elsewhere, then the view: what a screen pays when others type. */
function received(size: number, report: Report): void {
  const rounds = 60;
  const perRound = 200;
  const { doc, section, rawDoc, raw, nameOf } = bothPlans(size);
  const typedHere = new Y.Doc();
  const rawHere = new Y.Doc();
  Y.applyUpdate(typedHere, Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(rawHere, Y.encodeStateAsUpdate(rawDoc));
  const typedUpdates: Uint8Array[] = [];
  const rawUpdates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => typedUpdates.push(update));
  rawDoc.on('update', (update: Uint8Array) => rawUpdates.push(update));
  for (let n = 0; n < rounds * perRound; n += 1) {
    section.edit((draft) => {
      draft.actions.byId(nameOf(n)).dueOn = dayOf(n);
    });
    rawDoc.transact(() => raw.get(nameOf(n))?.set('dueOn', dayOf(n)));
  }
  const here = openTyped(typedHere);
  const rows = rawRows(rawHere);
  sink = here.view();
  const time = interleaved(rounds, perRound, [
    {
      name: 'raw',
      run: (n) => {
        Y.applyUpdate(rawHere, rawUpdates[n] ?? new Uint8Array());
        sink = rows.get(nameOf(n))?.toJSON();
      },
    },
    {
      name: 'typed',
      run: (n) => {
        Y.applyUpdate(typedHere, typedUpdates[n] ?? new Uint8Array());
        sink = here.view().actions.byId(nameOf(n));
      },
    },
  ]);
  if (sink === undefined) throw new Error('Nothing was measured.');
  report({
    measure: 'receive-and-view',
    size,
    what: `another's change applied, then the view and its row read, in a plan of ${size} rows`,
    unit: 'us',
    ours: time('typed'),
    other: time('raw'),
    otherIs,
    goal: { ratioAtMost: 1.5 },
  });
}

import { collection, defineSection, openSection, position, progress, register, setOf, text } from '@caseweave/record';
import * as Y from 'yjs';
import { z } from 'zod';
import { appendValues, deleteValue } from '../src/yjs-internals.ts';
import { interleaved } from './interleaved.ts';

/**
 * What a typed record costs beside the same data in a raw Yjs map. Run by hand:
 * `node --conditions=@caseweave/source record.ts`. Ratios matter; microseconds are this machine's.
 */
const plan = defineSection({
  name: 'plan.shared',
  version: 1,
  oldestWriter: 1,
  fields: {
    actions: collection({
      what: register(z.string().min(1)),
      detail: register(z.string()),
      owners: setOf(z.string()),
      dueOn: register(z.iso.date(), { standing: 'earliest' }),
      reviewOn: register(z.iso.date(), { standing: 'earliest' }),
      level: register(z.number().int(), { standing: 'highest' }),
      status: progress(['proposed', 'agreed', 'in_progress', ['done', 'not_done', 'no_longer_needed']]),
      place: position(),
      note: text(),
    }),
  },
});

const rowOf = (n: number) => ({
  what: `Action ${n}`,
  detail: 'Ask the school for the attendance record',
  owners: [`member${n % 9}`],
  dueOn: date(n),
  reviewOn: date(n + 7),
  level: n % 4,
  status: 'agreed' as const,
});

const date = (n: number): string =>
  `2026-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;

const ids = (): (() => string) => {
  let made = 0;
  return () => `id${String((made += 1)).padStart(10, '0')}`;
};

const openTyped = (doc: Y.Doc, newId = ids()) =>
  openSection(plan, { doc, now: () => 1_790_000_000_000, newId, authorOf: () => undefined });

/** The same rows as typed records, and as a map of maps. */
function both(rows: number) {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const section = openTyped(doc);
  section.edit((draft) => {
    for (let n = 0; n < rows; n += 1) draft.actions.add(rowOf(n));
  });
  const rawDoc = new Y.Doc();
  rawDoc.clientID = 1;
  const raw = rawDoc.getMap<Y.Map<unknown>>('actions');
  const newId = ids();
  rawDoc.transact(() => {
    for (let n = 0; n < rows; n += 1) {
      const row = new Y.Map<unknown>(Object.entries(rowOf(n)));
      raw.set(newId(), row);
    }
  });
  const names = section.view().actions.map(({ id }) => id);
  return { doc, section, rawDoc, raw, nameOf: (n: number): string => names[(n * 7919) % rows] ?? '' };
}

const ratio = (of: number | undefined, to: number | undefined): string =>
  ((of ?? Number.NaN) / (to ?? Number.NaN)).toFixed(2);
const us = (time: number | undefined): string => `${(time ?? Number.NaN).toFixed(1)} us`;

let sink: unknown;

/** The least that a claim written instead of another costs in Yjs: one delete, one append, and somebody listening. */
function replacing(rows: number, nameOf: (n: number) => string): (n: number) => void {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const array = doc.getArray<unknown>('claims');
  const places = new Map<string, number>();
  const fields = ['what', 'detail', 'reviewOn', 'dueOn', 'level', 'status', 'place'];
  const names = Array.from({ length: rows }, (_, n) => nameOf(n));
  const claims = names.flatMap((name, n) => fields.map((field) => [name, `actions.${field}`, date(n), { t: 1 }]));
  let last = doc.transact((transaction) => appendValues(transaction, array, claims, undefined)) + claims.length - 1;
  for (const [n, name] of names.entries()) places.set(name, last - claims.length + 1 + n * fields.length + 3);
  for (const event of ['beforeTransaction', 'afterTransaction'] as const) doc.on(event, () => {});
  return (n) =>
    doc.transact((transaction) => {
      const name = nameOf(n);
      deleteValue(transaction, array, { client: 1, clock: places.get(name) ?? 0 });
      last = appendValues(transaction, array, [[name, 'actions.dueOn', date(n), { t: 1 }]], last);
      places.set(name, last);
    });
}

function edits(rows: number): void {
  const { section, rawDoc, raw, nameOf } = both(rows);
  const times = interleaved(120, 200, [
    { name: 'floor', run: replacing(rows, nameOf) },
    { name: 'raw', run: (n) => rawDoc.transact(() => raw.get(nameOf(n))?.set('dueOn', date(n))) },
    {
      name: 'typed',
      run: (n) => {
        section.edit((draft) => {
          draft.actions.byId(nameOf(n)).dueOn = date(n);
        });
      },
    },
  ]);
  console.log(
    `edit, ${rows} rows: raw ${us(times.get('raw'))}, typed ${us(times.get('typed'))}, ratio ${ratio(times.get('typed'), times.get('raw'))}; one delete and one append ${ratio(times.get('floor'), times.get('raw'))}`,
  );
}

function views(rows: number): void {
  const { section, rawDoc, raw, nameOf } = both(rows);
  sink = section.view();
  const times = interleaved(120, 200, [
    {
      name: 'raw',
      run: (n) => {
        rawDoc.transact(() => raw.get(nameOf(n))?.set('dueOn', date(n)));
        sink = raw.get(nameOf(n))?.toJSON();
      },
    },
    {
      name: 'typed',
      run: (n) => {
        section.edit((draft) => {
          draft.actions.byId(nameOf(n)).dueOn = date(n);
        });
        sink = section.view().actions.byId(nameOf(n));
      },
    },
  ]);
  console.log(
    `edit, view and read the row, ${rows} rows: raw ${us(times.get('raw'))}, typed ${us(times.get('typed'))}, ratio ${ratio(times.get('typed'), times.get('raw'))}`,
  );
}

/** A change from elsewhere, then the view: what a screen pays when others type. */
function received(rows: number): void {
  const { doc, section, rawDoc, raw, nameOf } = both(rows);
  const typedUpdates: Uint8Array[] = [];
  const rawUpdates: Uint8Array[] = [];
  const typedHere = new Y.Doc();
  const rawHere = new Y.Doc();
  Y.applyUpdate(typedHere, Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(rawHere, Y.encodeStateAsUpdate(rawDoc));
  doc.on('update', (update: Uint8Array) => typedUpdates.push(update));
  rawDoc.on('update', (update: Uint8Array) => rawUpdates.push(update));
  const rounds = 60;
  const perRound = 200;
  for (let n = 0; n < rounds * perRound; n += 1) {
    section.edit((draft) => {
      draft.actions.byId(nameOf(n)).dueOn = date(n);
    });
    rawDoc.transact(() => raw.get(nameOf(n))?.set('dueOn', date(n)));
  }
  const here = openTyped(typedHere);
  const rawRows = rawHere.getMap<Y.Map<unknown>>('actions');
  sink = here.view();
  const times = interleaved(rounds, perRound, [
    {
      name: 'raw',
      run: (n) => {
        Y.applyUpdate(rawHere, rawUpdates[n] ?? new Uint8Array());
        sink = rawRows.get(nameOf(n))?.toJSON();
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
  console.log(
    `receive, view and read the row, ${rows} rows: raw ${us(times.get('raw'))}, typed ${us(times.get('typed'))}, ratio ${ratio(times.get('typed'), times.get('raw'))}`,
  );
}

/** Sessions of twenty edits each by four people, each session loading what the one before stored. */
function sessions(count: number): { typed: Uint8Array; raw: Uint8Array } {
  const start = both(30);
  let typed = Y.encodeStateAsUpdate(start.doc);
  let raw = Y.encodeStateAsUpdate(start.rawDoc);
  for (let session = 0; session < count; session += 1) {
    const doc = new Y.Doc();
    const rawDoc = new Y.Doc();
    Y.applyUpdate(doc, typed);
    Y.applyUpdate(rawDoc, raw);
    doc.clientID = 1_000_000_001 + (session % 4) * 71_000_003;
    rawDoc.clientID = doc.clientID;
    const opened = openTyped(doc);
    const rows = rawDoc.getMap<Y.Map<unknown>>('actions');
    for (let n = session * 20; n < session * 20 + 20; n += 1) {
      opened.edit((draft) => {
        const row = draft.actions.byId(start.nameOf(n));
        if (n % 2 === 0) row.dueOn = date(n);
        else row.detail = `Spoke to the school about week ${n}`;
      });
      const row = rows.get(start.nameOf(n));
      if (n % 2 === 0) row?.set('dueOn', date(n));
      else row?.set('detail', `Spoke to the school about week ${n}`);
    }
    opened.close();
    typed = Y.encodeStateAsUpdate(doc);
    raw = Y.encodeStateAsUpdate(rawDoc);
  }
  return { typed, raw };
}

function open(typed: Uint8Array, raw: Uint8Array, what: string): void {
  const times = interleaved(60, 5, [
    {
      name: 'raw',
      run: () => {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, raw);
        sink = doc.getMap('actions').toJSON();
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
  console.log(
    `open to the first view, ${what}: raw ${us(times.get('raw'))}, typed ${us(times.get('typed'))}, ratio ${ratio(times.get('typed'), times.get('raw'))}`,
  );
}

/** Lets the compiler see every path before anything is timed. */
function warmUp(): void {
  const { section, rawDoc, raw, nameOf } = both(60);
  for (let n = 0; n < 60_000; n += 1) {
    rawDoc.transact(() => raw.get(nameOf(n))?.set('dueOn', date(n)));
    section.edit((draft) => {
      draft.actions.byId(nameOf(n)).dueOn = date(n);
    });
    sink = [section.view().actions.byId(nameOf(n)), raw.get(nameOf(n))?.toJSON()];
  }
}

warmUp();
for (const rows of [60, 600, 6_000]) edits(rows);
for (const rows of [60, 600, 6_000]) views(rows);
for (const rows of [60, 600, 6_000]) received(rows);
const fresh = sessions(25);
open(fresh.typed, fresh.raw, '500 edits');
for (const count of [100, 1_000]) {
  const { typed, raw } = sessions(count);
  console.log(
    `state after ${count} sessions by 20 edits: raw ${raw.length} B, typed ${typed.length} B, ratio ${ratio(typed.length, raw.length)}`,
  );
  open(typed, raw, `${count * 20} edits`);
}
if (sink === undefined) throw new Error('nothing was measured');

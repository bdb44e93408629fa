import { collection, defineSection, openSection, position, progress, register, setOf, text } from '@caseweave/record';
import * as Y from 'yjs';
import { z } from 'zod';

/** A plan's actions, as `plan.shared` declares them. */
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

/** A day, another for each number. */
export const dayOf = (n: number): string =>
  `2026-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;

const rowOf = (n: number) => ({
  what: `Action ${n}`,
  detail: 'Ask the school for the attendance record',
  owners: [`member${n % 9}`],
  dueOn: dayOf(n),
  reviewOn: dayOf(n + 7),
  level: n % 4,
  status: 'agreed' as const,
});

const ids = (): (() => string) => {
  let made = 0;
  return () => `id${String((made += 1)).padStart(10, '0')}`;
};

/** Opens a typed section over a document. */
export const openTyped = (doc: Y.Doc, newId = ids()) =>
  openSection(plan, { doc, now: () => 1_790_000_000_000, newId, authorOf: () => undefined });

/** The rows of a raw document. */
export const rawRows = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap<Y.Map<unknown>>('actions');

/** The same rows twice: as typed records, and as a Yjs map of maps. */
export function bothPlans(rows: number) {
  const doc = new Y.Doc();
  const rawDoc = new Y.Doc();
  doc.clientID = rawDoc.clientID = 1;
  const section = openTyped(doc);
  section.edit((draft) => {
    for (let n = 0; n < rows; n += 1) draft.actions.add(rowOf(n));
  });
  const raw = rawRows(rawDoc);
  const newId = ids();
  rawDoc.transact(() => {
    for (let n = 0; n < rows; n += 1) raw.set(newId(), new Y.Map<unknown>(Object.entries(rowOf(n))));
  });
  const names = section.view().actions.map(({ id }) => id);
  return { doc, section, rawDoc, raw, nameOf: (n: number): string => names[(n * 7_919) % rows] ?? '' };
}

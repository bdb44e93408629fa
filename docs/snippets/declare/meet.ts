/** Two workers change one visit, each offline, and meet. */
import { entityIds, openSection } from '@caseweave/record';
import * as Y from 'yjs';
import { visits } from './visits.ts';

const newId = entityIds((length) => crypto.getRandomValues(new Uint8Array(length)));
const people = new Map([
  [1, { id: 'asha', name: 'Asha' }],
  [2, { id: 'jo', name: 'Jo' }],
]);
const open = (client: number) => {
  const doc = new Y.Doc();
  doc.clientID = client;
  return openSection(visits, { doc, now: Date.now, newId, authorOf: (id) => people.get(id) });
};
const [asha, jo] = [open(1), open(2)];
const meet = () => {
  Y.applyUpdate(jo.doc, Y.encodeStateAsUpdate(asha.doc));
  Y.applyUpdate(asha.doc, Y.encodeStateAsUpdate(jo.doc));
};

const added = asha.edit((draft) => draft.visits.add({ on: '2026-12-08', status: 'proposed' }));
if (added.type !== 'edited') throw new Error('A wrong value is refused, with what to do next.');
const visit = added.result;
meet();

asha.edit((draft) => {
  draft.visits.byId(visit).on = '2026-12-10';
  draft.visits.byId(visit).who.add('asha');
});
jo.edit((draft) => {
  draft.visits.byId(visit).on = '2026-12-03';
  draft.visits.byId(visit).who.add('jo');
  draft.visits.byId(visit).status = 'agreed';
});
meet();

const [row] = asha.view().visits;
console.log(row?.on, row?.who.toSorted().join(' and '), row?.status);
for (const { label, claims, because } of asha.questions()) {
  console.log(`${label}: ${claims.map(({ author, words }) => `${author?.name} said ${words}`).join(', ')}; ${because}`);
}

const [question] = asha.questions();
asha.settle(question?.id ?? '', '2026-12-10', { reason: 'The family is away before' });
meet();
console.log(jo.view().visits[0]?.on, jo.questions().length);

const refused = jo.edit((draft) => draft.visits.add({ on: 'next week' }));
if (refused.type === 'refused')
  for (const { path, rule, remedy } of refused.refusals) console.log(path, '|', rule, '|', remedy);

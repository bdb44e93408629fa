/** Two people edit one plan offline, meet, and merge; no server. */
import { collection, defineSection, entityIds, openSection, progress, register, text } from '@caseweave/record';
import * as Y from 'yjs';
import { z } from 'zod';

const plan = defineSection({
  name: 'plan',
  version: 1,
  oldestWriter: 1,
  fields: {
    story: text({ label: 'Family story' }),
    actions: collection({
      what: register(z.string().min(1), { label: 'Action' }),
      dueOn: register(z.iso.date(), { standing: 'earliest', label: 'By when' }),
      status: progress(['agreed', 'in_progress', ['done', 'not_done']], { label: 'Status' }),
    }),
  },
});

const authorOf = (client: number) =>
  [
    { id: 'asha', name: 'Asha' },
    { id: 'jo', name: 'Jo' },
  ][client];
const newId = entityIds((length) => crypto.getRandomValues(new Uint8Array(length)));

const openReplica = (client: number) => {
  const doc = new Y.Doc();
  doc.clientID = client;
  return openSection(plan, { doc, now: Date.now, newId, authorOf });
};

const asha = openReplica(0);
const jo = openReplica(1);
const meet = () => {
  Y.applyUpdate(jo.doc, Y.encodeStateAsUpdate(asha.doc));
  Y.applyUpdate(asha.doc, Y.encodeStateAsUpdate(jo.doc));
};

const added = asha.edit((draft) => draft.actions.add({ what: 'School transport form', dueOn: '2026-12-08' }));
const form = added.type === 'edited' ? added.result : '';
meet();

// Both are offline now.
asha.edit((draft) => (draft.actions.byId(form).dueOn = '2026-12-01'));
asha.edit((draft) => draft.story.insert(0, 'Tobi likes his new school. '));
jo.edit((draft) => Object.assign(draft.actions.byId(form), { dueOn: '2026-12-15', status: 'in_progress' }));
jo.edit((draft) => draft.story.insert(0, 'Mum starts work at seven. '));
meet();

console.log(asha.view().story, asha.view().actions[0]);
for (const { id, label, claims, because } of jo.questions()) {
  const given = claims.map(({ author, words }) => `${author?.name}: ${words}`);
  console.log(label, given, because);
  jo.settle(id, '2026-12-01', { reason: 'Agreed on the phone' });
}
meet();
console.log('Open questions:', asha.questions().length);

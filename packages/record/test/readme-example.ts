import {
  collection,
  defineSection,
  entityIds,
  openSection,
  progress,
  register,
  richText,
  setOf,
} from '@caseweave/record';
import * as Y from 'yjs';
import { z } from 'zod';

const plan = defineSection({
  name: 'plan',
  version: 1,
  oldestWriter: 1,
  fields: {
    story: richText(),
    actions: collection({
      what: register(z.string().min(1)),
      owners: setOf(z.string()),
      dueOn: register(z.iso.date(), { standing: 'earliest', label: 'By when' }),
      status: progress(['proposed', 'agreed', ['done', 'not_done']]),
    }),
  },
});

const open = (doc: Y.Doc, name: string) =>
  openSection(plan, {
    doc,
    now: () => Date.now(),
    newId: entityIds((length) => crypto.getRandomValues(new Uint8Array(length))),
    authorOf: (client) => (client === doc.clientID ? { id: name, name } : undefined),
  });

const amina = open(new Y.Doc(), 'Amina');
const added = amina.edit((draft) => draft.actions.add({ what: 'Mend the lamp', dueOn: '2026-12-10' }));
if (added.type !== 'edited') throw new Error('a wrong value is refused, with what to do next');

const bartek = open(new Y.Doc(), 'Bartek');
Y.applyUpdate(bartek.doc, Y.encodeStateAsUpdate(amina.doc));
amina.edit((draft) => void (draft.actions.byId(added.result).dueOn = '2026-12-03'));
bartek.edit((draft) => void (draft.actions.byId(added.result).dueOn = '2026-12-01'));
Y.applyUpdate(amina.doc, Y.encodeStateAsUpdate(bartek.doc));

const before = amina.view().actions[0]?.dueOn; // '2026-12-01': the earlier date stands
const [question] = amina.questions(); // By when: 1 December 2026, or 3 December 2026?
amina.settle(question?.id ?? '', '2026-12-03', { reason: 'The shop offered it' });
const after = amina.view().actions[0]?.dueOn; // '2026-12-03', and nothing is open

export { after, amina, before, question };

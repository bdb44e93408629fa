/** What is served: the model, and people to try it with, who have one repair to begin with. */
import type { ModelDemo } from '@caseweave/server/command';
import { office, plan } from './model.ts';

export { repairs } from './model.ts';

const one = (id: string, name: string, isOfficer = false) => ({ who: { id, isOfficer }, name });
const members = [
  { who: 'olu', role: 'officer' },
  { who: 'cal', role: 'contractor' },
  { who: 'tess', role: 'tenant' },
];

export const demo: ModelDemo = {
  people: [one('olu', 'Olu Adeyemi', true), one('cal', 'Cal Rossi'), one('tess', 'Tess Brandt')],
  async fill(as) {
    const job = await as('olu').decide({ type: 'register-job', members });
    await as('olu').write(job, plan, (draft) => {
      draft.title = 'The boiler loses pressure';
      const room = draft.rooms.add({ name: 'Kitchen' });
      draft.steps.add({ what: 'Find the leak', room });
    });
    await as('cal').write(job, office, (draft) => draft.notes.append({ text: 'The part is on order.' }));
  },
};

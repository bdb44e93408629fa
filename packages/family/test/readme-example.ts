import { entityIds, openSection } from '@caseweave/record';
import { actsOn, findings, planShared, project, type Principal, type RecordFacts } from '@caseweave/family';
import * as Y from 'yjs';

// The plan that the whole team works on, in one Yjs document.
const plan = openSection(planShared, {
  doc: new Y.Doc(),
  now: () => Date.now(),
  newId: entityIds((length) => crypto.getRandomValues(new Uint8Array(length))),
  authorOf: () => undefined,
});
plan.edit((draft) => {
  const need = draft.needs.add({ title: 'Attendance is below 90%', headline: 'SF01', level: 2, status: 'open' });
  const outcome = draft.outcomes.add({ text: 'Tobi is in school every day by Easter', needs: [need] });
  draft.actions.add({ what: 'Fill in the school transport form', outcome, owners: ['school-1'], dueOn: '2026-12-01' });
});

export const found = findings('plan.shared', plan.view(), { today: '2026-11-23' }); // F8: no next review is planned
export const listed = project('plan.shared', plan.view()); // what a caseload's list shows: 1 open need, due 2026-12-01

// Who may do what: a pure function over what was decided about the record.
const teacher: Principal = {
  id: 'school-1',
  kind: 'practitioner',
  agency: { id: 'primary', kind: 'school' },
  roles: [],
  hub: null,
};
const facts: RecordFacts = {
  record: 'a-family',
  kind: 'family',
  hub: 'bilsbrook',
  lead: null,
  families: [],
  persons: [],
  barred: [],
  grants: [],
  team: [{ principal: 'school-1', from: 0, to: null }],
  socialCareOpenTo: [],
  voiceAudience: [],
  protectedLocation: false,
};
export const shared = actsOn(teacher, 'plan.shared', facts, Date.now()); // read, write, append
export const practice = actsOn(teacher, 'plan.practice', facts, Date.now()); // nothing

import { earlyHelp, planShared, type FamilyFacts, type Principal } from '@caseweave/family';
import { findingsIn, listed } from '@caseweave/model';
import { entityIds, openSection } from '@caseweave/record';
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

const { part } = earlyHelp.section('plan.shared') ?? {};
export const found = part && findingsIn(earlyHelp, part, plan.view(), { today: '2026-11-23' }); // F8: plan a review
export const shown = part && listed(earlyHelp, part, plan.view(), 0); // in a list: 1 open need, due 2026-12-01

// Who may do what: pure functions over what was decided about the record.
const teacher: Principal = {
  id: 'school-1',
  kind: 'practitioner',
  agency: { id: 'primary', kind: 'school' },
  roles: [],
  hub: null,
};
const facts: FamilyFacts = {
  status: 'open',
  hub: 'bilsbrook',
  lead: null,
  team: [{ principal: 'school-1', from: 0, to: null }],
  grants: [],
  barred: [],
  socialCareOpenTo: [],
  persons: [],
};
const family = { record: 'a-family', kind: 'family', facts, linkedFrom: [] };
export const shared = earlyHelp.acts(teacher, 'plan.shared', family, Date.now()); // read, write, append
export const practice = earlyHelp.acts(teacher, 'plan.practice', family, Date.now()); // nothing

import { addDays, type planShared } from '@caseweave/family';
import type { AuthoredSection } from './authored-section.ts';
import { some, workTime, type FamilyCase } from './family-case.ts';

type Plan = AuthoredSection<typeof planShared>;

/** Two people gave different dates for one action, each while offline: a question is open. */
export function writeTwoDates(plan: Plan, family: FamilyCase): void {
  const { lead, team, today, random } = family;
  const other = team.find((who) => who !== lead);
  if (other === undefined) return;
  const open = plan
    .view(lead)
    .actions.find(({ status }) => status === 'agreed' || status === 'in_progress' || status === 'proposed');
  if (open === undefined) return;
  const { id } = open;
  const [sooner, later] = [random.int(4, 9), random.int(12, 21)];
  plan.apart([lead, other], () => {
    plan.write(lead, workTime(family, 4), (draft) => (draft.actions.byId(id).dueOn = addDays(today, later)));
    plan.write(other, workTime(family, 4), (draft) => (draft.actions.byId(id).dueOn = addDays(today, sooner)));
  });
}

/** Somebody wrote a need in the wrong family's plan, and struck it as entered in error. */
export function writeStruckNeed(plan: Plan, family: FamilyCase): void {
  const author = family.random.pick(some(family.team));
  const id = plan.write(author, workTime(family, 12), (draft) =>
    draft.needs.add({ title: 'Needs a place at breakfast club', headline: 'SF01', level: 2, status: 'open' }),
  );
  plan.write(author, workTime(family, 11), (draft) =>
    draft.needs.byId(id).strike('Entered in error: this was about another family'),
  );
}

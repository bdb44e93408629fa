import { addDays, type planShared, type ActionStatus, type Attainment } from '@caseweave/family';
import type { Draft } from '@caseweave/record';
import type { AuthoredSection } from './authored-section.ts';
import { doerOf, kindOf, say, workTime, type CaseNeed, type FamilyCase } from './family-case.ts';

type Plan = AuthoredSection<typeof planShared>;
type PlanDraft = Draft<typeof planShared>;

/** Writes a family's shared plan, from the first meeting to this week. */
export function writePlan(plan: Plan, family: FamilyCase): void {
  const { lead, weeks, needs } = family;
  const began = weeks * 7;
  plan.write(lead, workTime(family, began), (draft) => writeStart(draft, family));
  for (const [place, need] of needs.entries()) {
    const daysAgo = Math.max(began - 3 - place * 5, 2);
    plan.write(need.author, workTime(family, daysAgo), (draft) => writeNeed(draft, family, need, place === 0));
  }
  writeScores(plan, family);
  if (weeks > 8) plan.write(lead, workTime(family, 20), (draft) => writeReview(draft, family));
}

function writeStart(draft: PlanDraft, family: FamilyCase): void {
  const { people, alsoHere, needs, random, today } = family;
  draft.familyName = people.surname;
  for (const { situation, child } of needs) tell(draft, `${say(family, situation.story, child)}\n`);
  for (const { situation, child } of random.some(needs, 3)) {
    const isOfAll = situation.ages === null;
    draft.strengths.add({
      text: say(family, situation.strength, child),
      about: [isOfAll ? people.carer.record : child.record],
    });
  }
  for (const adult of people.adults) {
    for (const child of people.children) {
      draft.relationships.add({
        from: adult.record,
        to: child.record,
        kind: 'parent',
        parentalResponsibility: adult === people.carer || random.chance(0.7) ? 'yes' : 'unknown',
      });
    }
  }
  if (alsoHere !== null) {
    draft.relationships.add({
      from: people.carer.record,
      to: alsoHere.record,
      kind: 'step_parent',
      parentalResponsibility: 'no',
    });
  }
  draft.nextReviewOn = addDays(today, random.int(-6, 56));
}

// What is said about the family goes to the end of its story, whoever says it.
const tell = (draft: PlanDraft, text: string): void => draft.story.insert(draft.story.length, text);

function writeNeed(draft: PlanDraft, family: FamilyCase, { situation, child }: CaseNeed, isFirst: boolean): void {
  const { random, today, people } = family;
  const about = situation.ages === null ? people.children.map(({ record }) => record) : [child.record];
  const isMet = !isFirst && random.chance(family.metShare);
  const need = draft.needs.add({
    title: say(family, situation.title, child),
    headline: situation.headline,
    about,
    level: random.pick(situation.levels),
    status: isMet ? 'met' : 'open',
    note: say(family, situation.note, child),
  });
  const outcome = draft.outcomes.add({
    text: say(family, situation.outcome, child),
    needs: [need],
    targetOn: addDays(today, random.int(30, 150)),
    attainment: isMet
      ? 'achieved'
      : random.pick<Attainment>(['not_started', 'no_change', 'some_progress', 'some_progress', 'worse']),
  });
  for (const [place, action] of situation.actions.entries()) {
    // Every plan has something that is still to be done.
    const left = isFirst && place === 0 ? random.int(5, 30) : random.int(-24, 50);
    // What is done was due before now.
    const inDays = isMet ? -1 - Math.abs(left) : left;
    const status = isMet ? 'done' : statusOf(family, inDays);
    draft.actions.add({
      what: say(family, action.what, child),
      outcome,
      owners: action.by.map((doer) => doerOf(family, doer)),
      dueOn: addDays(today, inDays),
      status,
      ...(status === 'done' && action.evidence !== undefined && { evidence: say(family, action.evidence, child) }),
    });
  }
}

function statusOf({ random }: FamilyCase, inDays: number): ActionStatus {
  if (inDays < -10) return random.pick<ActionStatus>(['done', 'done', 'done', 'not_done', 'no_longer_needed']);
  if (inDays < 0) return random.pick<ActionStatus>(['done', 'done', 'in_progress', 'agreed']);
  return random.pick<ActionStatus>(['agreed', 'agreed', 'in_progress', 'in_progress', 'proposed']);
}

// Each their own number: the parent, and somebody who works with the family.
function writeScores(plan: Plan, family: FamilyCase): void {
  const { lead, team, people, random, today, weeks } = family;
  for (const weeksAgo of weeks > 12 ? [weeks - 1, 3] : [Math.max(weeks - 1, 1)]) {
    const on = addDays(today, -weeksAgo * 7);
    const start = weeksAgo > 3 ? random.int(2, 5) : random.int(4, 8);
    plan.write(lead, workTime(family, weeksAgo * 7), (draft) => {
      draft.scores.append({
        scale: 'safety_0_10',
        value: start,
        scoredBy: people.carer.record,
        scorerRole: 'parent',
        on,
        rationale: random.pick(carerReasons),
      });
    });
    const other = team.find((who) => who !== lead && kindOf(who) !== 'police') ?? lead;
    plan.write(other, workTime(family, weeksAgo * 7), (draft) => {
      draft.scores.append({
        scale: 'safety_0_10',
        value: Math.min(Math.max(start + random.int(-2, 1), 0), 10),
        scoredBy: other.id,
        scorerRole: other === lead ? 'lead' : 'practitioner',
        on,
        rationale: random.pick(workerReasons),
      });
    });
  }
}

const carerReasons = [
  'Some good days now, but I am still tired.',
  'We are getting there.',
  'Better than it was in the summer.',
  'I feel listened to.',
  'The evenings are still the hardest.',
] as const;
const workerReasons = [
  'Routines are new and not yet steady.',
  'Good engagement; the main worry has not gone away.',
  'Seen twice at home since the last meeting, both times settled.',
  'Progress depends on one person; more support is needed around the carer.',
] as const;

function writeReview(draft: PlanDraft, family: FamilyCase): void {
  const { random, today, people } = family;
  const heldOn = addDays(today, -20);
  const nextReviewOn = addDays(today, random.int(-4, 42));
  draft.nextReviewOn = nextReviewOn;
  const direction = random.pick(['improved', 'improved', 'no_change', 'worse'] as const);
  draft.reviews.add({
    dueOn: addDays(heldOn, random.int(-5, 3)),
    heldOn,
    direction,
    decision: direction === 'worse' ? 'change' : 'continue',
    nextReviewOn,
    minutes: `${people.carer.given} came and spoke first. ${random.pick(minutes)}`,
  });
}

const minutes = [
  'We went through each action; two are done and one needs more time. Everybody agreed what matters most until next time.',
  'School sent a report instead of coming. We kept the plan as it is and moved two dates.',
  'What has helped most is seeing the same faces. The next meeting will be at the hub, after school.',
  'The children’s own words were read out, as they had wanted. The plan now says what they asked for.',
] as const;

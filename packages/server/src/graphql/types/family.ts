import { levelsOfNeed, planShared, type RecordFacts } from '@caseweave/family';
import { planSummary, type PlanSummary } from '../caseload/plan-summary.ts';
import { builder } from '../builder.ts';
import type { Viewer } from '../viewer.ts';
import { Coded, codedOrNull } from './coded.ts';
import { Hub, Practitioner } from './directory.ts';
import { PersonInFamily } from './person.ts';
import { Plan } from './plan.ts';
import { readingOf, SECTION_COST } from '../rows/section-type.ts';
import { Section } from './section.ts';

const PlanInBrief = builder.objectRef<PlanSummary>('PlanInBrief').implement({
  description: 'What lists show of a shared plan.',
  fields: (t) => ({
    level: t.field({
      type: Coded,
      nullable: true,
      description: 'The highest level among the open needs.',
      resolve: ({ level }) => codedOrNull(levelsOfNeed, level),
    }),
    openNeeds: t.exposeInt('openNeeds', { description: 'How many needs are open.' }),
    openActions: t.exposeInt('openActions', { description: 'How many actions are still to be done.' }),
    questions: t.exposeInt('questions', { description: 'How many questions wait for the team.' }),
    nextDueOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The first day by which an open action is to be done.',
      resolve: ({ nextDueOn }) => nextDueOn,
    }),
  }),
});

async function summaryOf(viewer: Viewer, family: string): Promise<PlanSummary | null> {
  const projection = await viewer.projection('plan.shared', family);
  return projection === undefined ? null : planSummary(projection);
}

/** A family. */
export const Family = builder.objectRef<RecordFacts>('Family').implement({
  description: 'A family that is helped: who is in it, who works with it, and its plan.',
  fields: (t) => ({
    id: t.exposeID('record', { description: 'The id of the family: random, and telling nothing.' }),
    name: t.string({
      nullable: true,
      description: 'What the family is called in its shared plan.',
      resolve: async ({ record }, _, { asking: { viewer } }) => (await summaryOf(viewer, record))?.familyName,
    }),
    nextReviewOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'When the plan is next reviewed.',
      resolve: async ({ record }, _, { asking: { viewer } }) => (await summaryOf(viewer, record))?.nextReviewOn,
    }),
    summary: t.field({
      type: PlanInBrief,
      nullable: true,
      description: 'What lists show of the shared plan.',
      resolve: ({ record }, _, { asking: { viewer } }) => summaryOf(viewer, record),
    }),
    hub: t.field({
      type: Hub,
      nullable: true,
      description: 'The hub that the family is worked with from, where it tells nothing that you may not know.',
      resolve: async (facts, _, { asking: { viewer } }) => {
        const hub = await viewer.hubOf(facts);
        return hub === null ? null : viewer.load.hub.load(hub);
      },
    }),
    lead: t.field({
      type: Practitioner,
      nullable: true,
      description: 'The lead practitioner: one for each family.',
      resolve: ({ lead }, _, { asking: { viewer } }) => (lead === null ? null : viewer.load.practitioner.load(lead)),
    }),
    team: t.field({
      type: [Practitioner],
      description: 'The team around the family as it is now, of those whom you may know of.',
      resolve: (facts, _, { asking: { viewer } }) => viewer.team(facts),
    }),
    people: t.field({
      type: [PersonInFamily],
      description: 'Who is in the family, of those of whom you may read something.',
      resolve: async ({ persons }, _, { asking: { viewer } }) => {
        const seen = await Promise.all(
          persons.map(async ({ person, role }) => ({ role, facts: await viewer.record(person, 'person') })),
        );
        return seen.flatMap(({ role, facts }) => (facts === undefined ? [] : [{ role, facts }]));
      },
    }),
    sections: t.field({
      type: [Section],
      description: 'The parts of the record that you may read, by name.',
      resolve: ({ record }, _, { asking: { viewer } }) => viewer.sections(record),
    }),
    plan: t.field({
      type: Plan,
      nullable: true,
      description: 'The whole-family plan that the team shares.',
      complexity: SECTION_COST,
      resolve: (facts, _, { asking: { viewer } }) => readingOf(viewer, planShared, facts),
    }),
  }),
});

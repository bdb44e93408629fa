import { attainments, headlineOutcomes, levelsOfNeed, needStatuses } from '@caseweave/family';
import { builder } from '../builder.ts';
import { Coded, codedOrNull } from './coded.ts';
import { Person } from './person.ts';
import { peopleOf, type PlanReading } from './plan-reading.ts';

/** A need in a plan. */
export const Need = builder
  .objectRef<{ readonly row: PlanReading['view']['needs'][number]; readonly plan: PlanReading }>('Need')
  .implement({
    description: 'Something that the family needs.',
    fields: (t) => ({
      id: t.id({ description: 'The id of the need.', resolve: ({ row }) => row.id }),
      title: t.string({ nullable: true, description: 'The need, in a few words.', resolve: ({ row }) => row.title }),
      headline: t.field({
        type: Coded,
        nullable: true,
        description: 'Which of the ten headline outcomes it belongs to.',
        resolve: ({ row }) => codedOrNull(headlineOutcomes, row.headline),
      }),
      level: t.field({
        type: Coded,
        nullable: true,
        description: 'The level of need.',
        resolve: ({ row }) => codedOrNull(levelsOfNeed, row.level),
      }),
      status: t.field({
        type: Coded,
        nullable: true,
        description: 'What has become of it.',
        resolve: ({ row }) => codedOrNull(needStatuses, row.status),
      }),
      note: t.string({ description: 'What is known about it.', resolve: ({ row }) => row.note }),
      about: t.field({
        type: [Person],
        description: 'Whose need it is.',
        resolve: ({ row, plan }, _, { asking: { viewer } }) => peopleOf(viewer, plan.facts, row.about),
      }),
    }),
  });

/** A desired outcome in a plan. */
export const DesiredOutcome = builder
  .objectRef<{ readonly row: PlanReading['view']['outcomes'][number]; readonly plan: PlanReading }>('DesiredOutcome')
  .implement({
    description: 'What is to be different for the family.',
    fields: (t) => ({
      id: t.id({ description: 'The id of the desired outcome.', resolve: ({ row }) => row.id }),
      text: t.string({ nullable: true, description: 'What is to be different.', resolve: ({ row }) => row.text }),
      targetOn: t.field({
        type: 'Date',
        nullable: true,
        description: 'By when.',
        resolve: ({ row }) => row.targetOn,
      }),
      attainment: t.field({
        type: Coded,
        nullable: true,
        description: 'How far it is reached.',
        resolve: ({ row }) => codedOrNull(attainments, row.attainment),
      }),
      needs: t.field({
        type: [Need],
        description: 'The needs that it answers.',
        resolve: ({ row, plan }) =>
          row.needs.flatMap((id) => {
            const need = plan.view.needs.byId(id);
            return need === undefined ? [] : [{ row: need, plan }];
          }),
      }),
    }),
  });

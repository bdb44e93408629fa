import { scales, scorerRoles } from '@caseweave/family';
import { builder } from '../builder.ts';
import { Author } from './author.ts';
import { Coded, codedOrNull } from './coded.ts';
import { Named } from './named.ts';
import { Person } from './person.ts';
import { namedIn, personOf, type PlanReading } from './plan-reading.ts';
import { writtenBy } from './written.ts';

/** A score that somebody gave. */
export const Score = builder
  .objectRef<{ readonly row: PlanReading['view']['scores'][number]; readonly plan: PlanReading }>('Score')
  .implement({
    description: 'A score that one person gave on one day: an observation, never averaged away.',
    fields: (t) => ({
      id: t.id({ description: 'The id of the score.', resolve: ({ row }) => row.id }),
      scale: t.field({
        type: Coded,
        nullable: true,
        description: 'On which scale.',
        resolve: ({ row }) => codedOrNull(scales, row.scale),
      }),
      value: t.float({ nullable: true, description: 'The score.', resolve: ({ row }) => row.value }),
      on: t.field({ type: 'Date', nullable: true, description: 'On which day.', resolve: ({ row }) => row.on }),
      rationale: t.string({ nullable: true, description: 'Why.', resolve: ({ row }) => row.rationale }),
      scorerRole: t.field({
        type: Coded,
        nullable: true,
        description: 'In which role it was given.',
        resolve: ({ row }) => codedOrNull(scorerRoles, row.scorerRole),
      }),
      scoredBy: t.field({
        type: Named,
        nullable: true,
        description: 'Who gave it.',
        resolve: async ({ row, plan }, _, { asking: { viewer } }) => {
          const named = await namedIn(viewer, plan.facts, row.scoredBy === null ? [] : [row.scoredBy]);
          return named[0] ?? null;
        },
      }),
      author: t.field({
        type: Author,
        nullable: true,
        description: 'Who wrote it down, where you are told; not always who gave it.',
        resolve: ({ row, plan }) => writtenBy(plan.section.provenance(row.id, 'scores')),
      }),
      subject: t.field({
        type: Person,
        nullable: true,
        description: 'Whom it is about; null where it is about the family.',
        resolve: ({ row, plan }, _, { asking: { viewer } }) => personOf(viewer, plan.facts, row.subject),
      }),
    }),
  });

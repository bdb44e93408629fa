import { datePrecisions, significances, type ChronologyView, type RecordFacts } from '@caseweave/family';
import { builder } from '../builder.ts';
import { Coded, codedOrNull } from './coded.ts';
import { Person } from './person.ts';
import { peopleOf } from './plan-reading.ts';

/** An event in a family's chronology. */
export const ChronologyEvent = builder
  .objectRef<{ readonly event: ChronologyView['events'][number]; readonly facts: RecordFacts }>('ChronologyEvent')
  .implement({
    description: 'Something that happened in the life of the family.',
    fields: (t) => ({
      id: t.id({ description: 'The id of the event.', resolve: ({ event }) => event.id }),
      occurredOn: t.field({
        type: 'Date',
        nullable: true,
        description: 'On which day, or on the first day of the month or year that is meant.',
        resolve: ({ event }) => event.occurredOn,
      }),
      precision: t.field({
        type: Coded,
        nullable: true,
        description: 'How exactly the day is known.',
        resolve: ({ event }) => codedOrNull(datePrecisions, event.precision),
      }),
      significance: t.field({
        type: Coded,
        nullable: true,
        description: 'How much it matters.',
        resolve: ({ event }) => codedOrNull(significances, event.significance),
      }),
      text: t.string({ nullable: true, description: 'What happened.', resolve: ({ event }) => event.text }),
      sourceAgency: t.string({
        nullable: true,
        description: 'The agency that it is known from.',
        resolve: ({ event }) => event.sourceAgency,
      }),
      about: t.field({
        type: [Person],
        description: 'To whom it happened.',
        resolve: ({ event, facts }, _, { viewer }) => peopleOf(viewer, facts, event.about),
      }),
    }),
  });

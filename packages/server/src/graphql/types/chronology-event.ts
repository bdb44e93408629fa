import {
  datePrecisions,
  significances,
  type ChronologyView,
  type chronologyShared,
  type RecordFacts,
} from '@caseweave/family';
import type { Section } from '@caseweave/record';
import { builder } from '../builder.ts';
import { Author } from './author.ts';
import { Coded, codedOrNull } from './coded.ts';
import { Person } from './person.ts';
import { peopleOf } from './plan-reading.ts';
import { momentOf, writtenBy } from './written.ts';

/** An event in a family's chronology. */
export const ChronologyEvent = builder
  .objectRef<{
    readonly event: ChronologyView['events'][number];
    readonly section: Section<typeof chronologyShared>;
    readonly facts: RecordFacts;
  }>('ChronologyEvent')
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
      author: t.field({
        type: Author,
        nullable: true,
        description: 'Who wrote it, where you are told.',
        resolve: ({ event, section }) => writtenBy(section.provenance(event.id, 'events')),
      }),
      writtenAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: "When it was written, by the clock of the writer's device.",
        resolve: ({ event, section }) => momentOf(section.provenance(event.id, 'events')[0]?.at),
      }),
      about: t.field({
        type: [Person],
        description: 'To whom it happened.',
        resolve: ({ event, facts }, _, { asking: { viewer } }) => peopleOf(viewer, facts, event.about),
      }),
    }),
  });

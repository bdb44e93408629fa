import { defineSection, log, register, setOf, type View } from '@caseweave/record';
import { datePrecisions } from '../code-lists/date-precisions.ts';
import { significances } from '../code-lists/significances.ts';
import { day, line, passage, reference } from './values.ts';

/** The events that matter in the family's story, in order, from all agencies. */
export const chronologyShared = defineSection({
  name: 'chronology.shared',
  version: 1,
  oldestWriter: 1,
  fields: {
    events: log(
      {
        occurredOn: register(day, { label: 'When' }),
        precision: register(datePrecisions.schema, { label: 'How exactly', words: datePrecisions.labelOf }),
        significance: register(significances.schema, { label: 'Significance', words: significances.labelOf }),
        text: register(passage, { label: 'What happened' }),
        sourceAgency: register(line, { label: 'Source' }),
        about: setOf(reference, { label: 'About' }),
      },
      { label: 'Event' },
    ),
  },
});

/** What the shared chronology says at one moment. */
export type ChronologyView = View<typeof chronologyShared>;

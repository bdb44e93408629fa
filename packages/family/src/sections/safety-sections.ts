import { collection, defineSection, log, position, register, richText, setOf, text } from '@caseweave/record';
import { intelligenceSources } from '../code-lists/intelligence-sources.ts';
import { levelsOfNeed } from '../code-lists/levels-of-need.ts';
import { day, line, passage, reference } from './values.ts';

/** The safety plan and assessments of somebody who suffers domestic abuse, for named people only. */
export const safetyDomesticAbuse = defineSection({
  name: 'safety.domestic-abuse',
  version: 1,
  oldestWriter: 1,
  fields: {
    safetyPlan: richText({ label: 'Safety plan' }),
    safeContact: register(line, { label: 'How to make contact safely' }),
    assessments: log(
      {
        occurredOn: register(day, { label: 'When' }),
        level: register(levelsOfNeed.schema, { label: 'Level', words: levelsOfNeed.labelOf }),
        text: register(passage, { label: 'Assessment' }),
        about: setOf(reference, { label: 'About' }),
      },
      { label: 'Assessment' },
    ),
    steps: collection(
      {
        what: register(line, { label: 'Step' }),
        by: setOf(reference, { label: 'Who' }),
        note: text(),
        place: position(),
      },
      { label: 'Step' },
    ),
  },
});

/** What police and others told in confidence, for named people only. */
export const safetyIntelligence = defineSection({
  name: 'safety.intelligence',
  version: 1,
  oldestWriter: 1,
  fields: {
    items: log(
      {
        occurredOn: register(day, { label: 'When' }),
        source: register(intelligenceSources.schema, { label: 'Source', words: intelligenceSources.labelOf }),
        text: register(passage, { label: 'What was told' }),
        handling: register(line, { label: 'How it may be used' }),
        about: setOf(reference, { label: 'About' }),
      },
      { label: 'Item' },
    ),
  },
});

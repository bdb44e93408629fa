import { planShared } from '@caseweave/family';
import { Field } from '../fields/field.tsx';
import { listed } from '../words/plural.ts';
import type { Plan } from './plan.ts';

/** The family's story, written by everyone at once, with whose words are there now. */
export function Story({ plan: { section } }: { readonly plan: Plan }) {
  const names = new Set(section.current.textAuthors('story').flatMap(({ author }) => author?.name ?? []));
  return (
    <section className="app-panel" aria-labelledby="story-heading">
      <div className="app-panel__head">
        <h2 className="govuk-heading-m" id="story-heading">
          Family story
        </h2>
        {names.size > 0 && <p className="app-quiet app-panel__by">Words by {listed([...names])}</p>}
      </div>
      <Field
        of={planShared}
        at="story"
        hint="Who the family are, in their own words where possible: what goes well, what worries, what they want."
        blank="Nobody has written the family's story yet."
      />
    </section>
  );
}

import type { planShared } from '@caseweave/family';
import type { ShownSection } from '../open-record/use-section.ts';
import { RichTextField } from './rich-text-field.tsx';
import { StoryAuthors } from './story-authors.tsx';

/** The family's story, written by everyone at once. */
export function Story({ plan }: { readonly plan: ShownSection<typeof planShared> }) {
  const { section, view, canWrite } = plan;
  return (
    <section className="app-panel" aria-labelledby="story-heading">
      <div className="app-panel__head">
        <h2 className="govuk-heading-m" id="story-heading">
          Family story
        </h2>
        <StoryAuthors plan={plan} />
      </div>
      <RichTextField
        section={section}
        path="story"
        label="Family story"
        hint="Who the family are, in their own words where possible: what goes well, what worries, what they want."
        delta={view.story.delta}
        blank="Nobody has written the family's story yet."
        canWrite={canWrite}
      />
    </section>
  );
}

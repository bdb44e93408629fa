import type { planShared } from '@caseweave/family';
import { lazy, Suspense } from 'react';
import type { ShownSection } from '../open-record/use-section.ts';
import { RichTextShown } from './rich-text-shown.tsx';
import { StoryAuthors } from './story-authors.tsx';

// The editor is most of the app's code, and reading needs none of it.
const StoryEditor = lazy(async () => ({ default: (await import('./story-editor.tsx')).StoryEditor }));

/** The family's story, written by everyone at once. */
export function Story({ plan }: { readonly plan: ShownSection<typeof planShared> }) {
  const { section, view, canWrite } = plan;
  const shown = <RichTextShown delta={view.story.delta} blank="Nobody has written the family's story yet." />;
  return (
    <section className="app-panel" aria-labelledby="story-heading">
      <div className="app-panel__head">
        <h2 className="govuk-heading-m" id="story-heading">
          Family story
        </h2>
        <StoryAuthors plan={plan} />
      </div>
      {canWrite ? (
        <Suspense fallback={shown}>
          <StoryEditor key={section.generation} section={section} path="story" label="Family story" />
        </Suspense>
      ) : (
        shown
      )}
    </section>
  );
}

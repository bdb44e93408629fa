import type { planShared } from '@caseweave/family';
import { late } from '../late/late.tsx';
import type { ShownSection } from '../open-record/use-section.ts';
import { RichTextShown } from './rich-text-shown.tsx';
import { StoryAuthors } from './story-authors.tsx';

interface StoryProps {
  readonly plan: ShownSection<typeof planShared>;
}

// The editor is most of the app's code, and reading needs none of it.
const LateEditor = late<StoryProps>(
  async () => {
    const { StoryEditor } = await import('./story-editor.tsx');
    return ({ plan: { section } }) => (
      <StoryEditor key={section.generation} section={section} path="story" label="Family story" />
    );
  },
  { meanwhile: (props) => <StoryShown {...props} /> },
);

/** The family's story, written by everyone at once. */
export function Story({ plan }: StoryProps) {
  return (
    <section className="app-panel" aria-labelledby="story-heading">
      <div className="app-panel__head">
        <h2 className="govuk-heading-m" id="story-heading">
          Family story
        </h2>
        <StoryAuthors plan={plan} />
      </div>
      {plan.canWrite ? <LateEditor plan={plan} /> : <StoryShown plan={plan} />}
    </section>
  );
}

function StoryShown({ plan }: StoryProps) {
  return <RichTextShown delta={plan.view.story.delta} blank="Nobody has written the family's story yet." />;
}

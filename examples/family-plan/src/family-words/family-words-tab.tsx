import { familyWords } from '@caseweave/family';
import { useSection } from '../open-record/use-section.ts';
import { nameIn, usePeople } from '../families/people-context.tsx';
import { RichTextField } from '../story/rich-text-field.tsx';
import { dayInWords } from '../words/dates.ts';
import { AddProposal } from './add-proposal.tsx';

/** What the family wrote themselves, and what they would like. Professionals read it, and change nothing in it. */
export function FamilyWordsTab() {
  const words = useSection(familyWords);
  const known = usePeople();
  if (words === undefined) return null;
  const { ourStory, proposals } = words.view;
  return (
    <>
      <h2 className="govuk-heading-m">In the family’s own words</h2>
      <section className="app-panel" aria-label="Our story">
        <RichTextField
          section={words.section}
          path="ourStory"
          label="In our own words"
          hint="What you would like everybody to know."
          delta={ourStory.delta}
          blank="The family have not written anything here yet."
          canWrite={words.canWrite}
        />
      </section>
      {words.canAppend && <AddProposal words={words} />}
      {proposals.length > 0 && (
        <>
          <h3 className="govuk-heading-m">What they would like</h3>
          <ol className="app-timeline">
            {proposals.toReversed().map(({ id, occurredOn, by, text, to }) => (
              <li key={id} className="app-timeline__event">
                <h4 className="app-timeline__when">{occurredOn === null ? 'No date' : dayInWords(occurredOn)}</h4>
                <p className="app-timeline__what">{text}</p>
                <p className="app-quiet">
                  {by === null ? '' : nameIn(known, by)}
                  {to === null ? '' : `, about ${to}`}
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

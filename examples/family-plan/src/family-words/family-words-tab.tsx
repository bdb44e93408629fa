import { familyWords } from '@caseweave/family';
import { useOpenRecord, useShownSection } from '@caseweave/react';
import { AddEntry } from '../fields/add-entry.tsx';
import { Field } from '../fields/field.tsx';
import { nameIn, usePeople } from '../families/people-context.tsx';
import { dayInWords } from '../words/dates.ts';

/** What the family wrote themselves, and what they would like. Professionals read it, and change nothing in it. */
export function FamilyWordsTab() {
  const words = useShownSection(useOpenRecord(), familyWords);
  const known = usePeople();
  if (words === undefined) return null;
  const { proposals } = words.view;
  const [someone] = known.people;
  return (
    <>
      <h2 className="govuk-heading-m">In the family’s own words</h2>
      <section className="app-panel" aria-label="Our story">
        <Field
          of={familyWords}
          at="ourStory"
          hint="What you would like everybody to know."
          blank="The family have not written anything here yet."
        />
      </section>
      <AddEntry
        of={familyWords}
        at="proposals"
        name="Say what you would like"
        submit="Add"
        {...(someone !== undefined && { first: { by: someone.value } })}
      />
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

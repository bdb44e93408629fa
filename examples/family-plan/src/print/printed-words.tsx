import { familyWords } from '@caseweave/family';
import { useOpenRecord, useShownSection } from '@caseweave/react';
import { RichTextShown } from '../story/rich-text-shown.tsx';
import { dayInWords } from '../words/dates.ts';

/** What the family wrote themselves. */
export function PrintedWords() {
  const words = useShownSection(useOpenRecord(), familyWords);
  if (words === undefined) return null;
  const { ourStory, proposals } = words.view;
  if (ourStory.text.trim() === '' && proposals.length === 0) return null;
  return (
    <section>
      <h2>In our own words</h2>
      {ourStory.text.trim() !== '' && <RichTextShown delta={ourStory.delta} blank="" />}
      {proposals.length > 0 && (
        <>
          <h3>What we would like</h3>
          <ul>
            {proposals.map(({ id, text, occurredOn }) => (
              <li key={id}>
                {text}
                {occurredOn === null ? '' : ` (${dayInWords(occurredOn)})`}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

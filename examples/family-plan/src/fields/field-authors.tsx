import { authorWords } from '../words/author-words.ts';
import { momentInWords } from '../words/dates.ts';
import { useNow } from '../words/use-now.ts';
import { useProvenance } from '../open-record/use-provenance.ts';
import type { FieldPlace } from '../open-record/field-place.ts';

interface FieldAuthorsProps {
  readonly id: string;
  readonly place: FieldPlace;
}

/** Who wrote a value, and when. */
export function FieldAuthors({ id, place }: FieldAuthorsProps) {
  const now = useNow();
  const written = useProvenance(place);
  if (written.length === 0) return null;
  return (
    <span className="app-authors" id={id} role="tooltip">
      {written.map((one) => (
        <span className="app-authors__line" key={`${one.client}.${one.clock}`}>
          {authorWords(one)}
          {one.at === undefined ? '' : `, ${momentInWords(one.at, now)}`}
        </span>
      ))}
    </span>
  );
}

import type { ShownField } from '@caseweave/react';
import { authorWords } from '../words/author-words.ts';
import { momentInWords } from '../words/dates.ts';
import { useNow } from '../words/use-now.ts';

interface FieldAuthorsProps {
  readonly id: string;
  readonly field: ShownField;
}

/** Who wrote a value, and when. */
export function FieldAuthors({ id, field }: FieldAuthorsProps) {
  const now = useNow();
  const written = field.provenance();
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

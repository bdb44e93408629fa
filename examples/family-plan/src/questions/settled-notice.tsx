import type { FieldPlace } from '../open-record/field-place.ts';
import { useSettledAt } from '../open-record/use-settled-at.ts';
import { momentInWords } from '../words/dates.ts';
import { useNow } from '../words/use-now.ts';

/** Says beside a field who settled a question about it, when and how, for as long as the record is open. */
export function SettledNotice({ place }: { readonly place: FieldPlace }) {
  const settled = useSettledAt(place);
  const now = useNow();
  if (settled === undefined) return null;
  const { by, at, words, why } = settled;
  return (
    <p className="app-settled" role="status">
      Settled by {by === null ? 'somebody' : [by.name, by.organisation].filter(Boolean).join(', ')}
      {at === null ? '' : `, ${momentInWords(at, now)}`}
      {words === null ? '' : `: ${words}`}
      {why === null ? '' : `. Reason: ${why}`}
    </p>
  );
}

import type { ShownField } from '@caseweave/react';
import { momentInWords } from '../words/dates.ts';
import { useNow } from '../words/use-now.ts';

/** Says beside a field who settled a question about it, when and how, for as long as the record is open. */
export function SettledNotice({ field: { settled } }: { readonly field: ShownField }) {
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

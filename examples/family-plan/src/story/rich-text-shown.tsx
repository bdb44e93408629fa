import type { DeltaInsert } from '@caseweave/record';
import type { ReactNode } from 'react';

/** A formatted text, to read: as shown where one may not write, and until the editor has come. */
export function RichTextShown({ delta, blank }: { readonly delta: readonly DeltaInsert[]; readonly blank: string }) {
  if (delta.length === 0) return <p className="app-quiet">{blank}</p>;
  return (
    <div className="app-rich-text">
      {paragraphs(delta).map(({ spans, key }) => (
        <p key={key}>{spans.map((span) => emphasis(span.insert, span.attributes ?? {}))}</p>
      ))}
    </div>
  );
}

interface Paragraph {
  readonly key: number;
  readonly spans: DeltaInsert[];
}

function paragraphs(delta: readonly DeltaInsert[]): readonly Paragraph[] {
  let last: Paragraph = { key: 0, spans: [] };
  const all = [last];
  for (const { insert, attributes } of delta) {
    for (const [index, line] of insert.split('\n').entries()) {
      if (index > 0) {
        last = { key: all.length, spans: [] };
        all.push(last);
      }
      if (line !== '') last.spans.push(attributes === undefined ? { insert: line } : { insert: line, attributes });
    }
  }
  return all.filter(({ spans }) => spans.length > 0);
}

function emphasis(words: string, attributes: NonNullable<DeltaInsert['attributes']>): ReactNode {
  let shown: ReactNode = words;
  if (attributes['underline'] === true) shown = <u>{shown}</u>;
  if (attributes['italic'] === true) shown = <em>{shown}</em>;
  if (attributes['bold'] === true) shown = <strong>{shown}</strong>;
  return shown;
}

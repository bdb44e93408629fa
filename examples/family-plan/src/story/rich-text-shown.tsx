import type { DeltaInsert } from '@caseweave/record';
import type { ReactNode } from 'react';
import { blocksOf, linesOf, type RichBlock, type RichLine } from './rich-text-lines.ts';

/** A formatted text, to read: as shown where one may not write, on paper, and until the editor has come. */
export function RichTextShown({ delta, blank }: { readonly delta: readonly DeltaInsert[]; readonly blank: string }) {
  const blocks = blocksOf(linesOf(delta));
  if (blocks.length === 0) return <p className="app-quiet">{blank}</p>;
  // The text is drawn anew whenever it changes, and nothing in it keeps a state: places serve as keys.
  return <div className="app-rich-text">{blocks.map((block, place) => blockShown(block, place))}</div>;
}

function blockShown({ kind, lines }: RichBlock, key: number): ReactNode {
  const items = lines.map((line, place) => <li key={place}>{spansShown(line)}</li>);
  const words = lines.map((line) => spansShown(line));
  switch (kind) {
    case 'bullet':
      return <ul key={key}>{items}</ul>;
    case 'ordered':
      return <ol key={key}>{items}</ol>;
    case 'heading':
      return (
        <p key={key}>
          <strong>{words}</strong>
        </p>
      );
    case 'quotation':
      return <blockquote key={key}>{words}</blockquote>;
    case 'paragraph':
      return <p key={key}>{words}</p>;
  }
}

const spansShown = ({ spans }: RichLine): ReactNode =>
  spans.map(({ insert, attributes = {} }, place) => <span key={place}>{emphasis(insert, attributes)}</span>);

function emphasis(words: string, attributes: NonNullable<DeltaInsert['attributes']>): ReactNode {
  let shown: ReactNode = words;
  if (attributes['underline'] === true) shown = <u>{shown}</u>;
  if (attributes['italic'] === true) shown = <em>{shown}</em>;
  if (attributes['bold'] === true) shown = <strong>{shown}</strong>;
  return shown;
}

import type * as Y from 'yjs';
import { authored, type Author, type AuthorOf } from '../authors.ts';
import { eachStretch } from '../yjs-internals.ts';

/** A stretch of a text that one client wrote; places count as in the document's text. */
export interface AuthoredSpan {
  readonly from: number;
  readonly to: number;
  readonly author?: Author;
  readonly client: number;
}

/** Says who wrote which part of a text, from its beginning to its end. */
export function textAuthors(text: Y.Text, authorOf: AuthorOf): readonly AuthoredSpan[] {
  const spans: AuthoredSpan[] = [];
  let place = 0;
  eachStretch(text, ({ client, length }) => {
    if (length === 0) return;
    const last = spans.at(-1);
    const from = last?.client === client ? last.from : place;
    if (last?.client === client) spans.pop();
    place += length;
    spans.push({ from, to: place, ...authored(authorOf(client)), client });
  });
  return spans;
}

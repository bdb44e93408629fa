import type { PlacedClaim } from '../entities/claim-index.ts';
import type { Part, WrittenPart } from '../edit/commit.ts';
import type { Editor } from '../edit/editor.ts';
import { nextClock, type ItemId } from '../yjs-internals.ts';
import type { TextChange } from './text-history.ts';

/** What one edit did in one section: the claims that it wrote, those that it superseded, and what it did to texts. */
export interface Recorded {
  readonly editor: Editor;
  /** Where this device was when the edit began: what it wrote before has lower clocks. */
  readonly begun: ItemId;
  readonly added: readonly PlacedClaim[];
  readonly removed: readonly PlacedClaim[];
  readonly texts: TextChange[];
}

/** The claims that a part is going to supersede: those in its basis that nobody else has superseded meanwhile. */
export function aboutToGo({ editor: { index }, writes }: Part): readonly PlacedClaim[] {
  return [...new Set(writes.superseded)].flatMap((claim) => {
    const placed = index.placeAt(claim);
    return placed?.claim === claim ? placed : [];
  });
}

/** The claims that a part has written. */
export function justWritten({ part: { editor, writes }, claims, strikes }: WrittenPart): readonly PlacedClaim[] {
  const { index } = editor;
  const client = index.doc.clientID;
  const clocks = [...writes.claims.map((_, nth) => claims + nth), ...writes.strikes.map((_, nth) => strikes + nth)];
  return clocks.flatMap((clock) => index.placeAt({ client, clock }) ?? []);
}

/** Where this device writes next. */
export const placeOf = ({ doc }: Editor): ItemId => ({ client: doc.clientID, clock: nextClock(doc) });

/** What an edit of typing did, as far as there is anything to take back. */
export const typed = (editor: Editor, change: TextChange): Recorded => ({
  editor,
  begun: placeOf(editor),
  added: [],
  removed: [],
  texts: [change],
});

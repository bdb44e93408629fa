import { clientsInUpdate } from '@caseweave/protocol';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

test('[A36] the clientIDs of an update are read before anything is leased', () => {
  const doc = new Y.Doc();
  doc.clientID = 7;
  doc.getText('story/').insert(0, 'a');
  const other = new Y.Doc();
  other.clientID = 4_000_000_000;
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  other.getText('story/').insert(1, 'b');
  other.getText('story/').delete(0, 1);
  expect(clientsInUpdate(Y.encodeStateAsUpdate(other))?.toSorted((a, b) => a - b)).toEqual([7, 4_000_000_000]);
  expect(clientsInUpdate(Uint8Array.of(0, 0))).toEqual([]);
});

test('[A36] what admission would not read has no clientIDs', () => {
  // Thirty-two million structs in seven bytes.
  for (const bytes of [[], [1], [1, 128, 128, 128, 16, 7, 0], [0, 0, 0]])
    expect(clientsInUpdate(Uint8Array.from(bytes))).toBeUndefined();
});

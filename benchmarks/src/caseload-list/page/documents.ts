import * as Y from 'yjs';

/** A family's plan as a document of about 20 kB. */
export function planState(place: number): Uint8Array {
  const doc = new Y.Doc();
  const claims = Array.from({ length: 100 }, (_, n) => [
    `row${n % 25}`,
    `needs.field${n % 4}`,
    `Family ${place}: the school was asked about attendance in week ${n}`,
    { t: 1_790_000_000_000 + n },
  ]);
  doc.getArray('claims').push(claims);
  doc.getText('story/').insert(0, `Story of family ${place}. `.repeat(80));
  return Y.encodeStateAsUpdate(doc);
}

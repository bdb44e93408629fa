import * as Y from 'yjs';
import { bothPlans, dayOf, openTyped, rawRows } from './action-plan.ts';

/** The same plan after some sessions of twenty edits, as typed records and as a Yjs map of maps. */
export interface Lived {
  readonly typed: Uint8Array;
  readonly raw: Uint8Array;
}

/** Sessions of twenty edits by four people in turn, each session loading what the one before stored. */
export function sessions(count: number): Lived {
  const start = bothPlans(30);
  let typed = Y.encodeStateAsUpdate(start.doc);
  let raw = Y.encodeStateAsUpdate(start.rawDoc);
  for (let session = 0; session < count; session += 1) {
    const doc = new Y.Doc();
    const rawDoc = new Y.Doc();
    Y.applyUpdate(doc, typed);
    Y.applyUpdate(rawDoc, raw);
    doc.clientID = rawDoc.clientID = 1_000_000_001 + (session % 4) * 71_000_003;
    const opened = openTyped(doc);
    const rows = rawRows(rawDoc);
    for (let n = session * 20; n < session * 20 + 20; n += 1) {
      const [field, value] =
        n % 2 === 0 ? (['dueOn', dayOf(n)] as const) : (['detail', `Spoke to the school about week ${n}`] as const);
      opened.edit((draft) => {
        draft.actions.byId(start.nameOf(n))[field] = value;
      });
      rows.get(start.nameOf(n))?.set(field, value);
    }
    opened.close();
    typed = Y.encodeStateAsUpdate(doc);
    raw = Y.encodeStateAsUpdate(rawDoc);
  }
  return { typed, raw };
}

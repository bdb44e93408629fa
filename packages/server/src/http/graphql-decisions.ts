import { createHmac } from 'node:crypto';
import { recordIdFrom } from '@caseweave/protocol';
import type { DecisionsSource } from '../graphql/sources/decisions-source.ts';
import type { Node } from '../node.ts';
import { digestOf, knownEdit } from '../service-edits/edit-key.ts';

/** The way that decisions of programs go: the same as those of devices. */
export function decisionsSource({ decisions, authority: { id, cursorKey }, database: { db } }: Node): DecisionsSource {
  return {
    async decide({ principal, command, base, key, at, reason }) {
      // A key that an edit was made under stands for that edit.
      if ((await knownEdit(db, id, principal, digestOf(key))) !== undefined) return { type: 'key-reused' };
      const outcome = await decisions.command({ principal, command, base, key: { type: 'key', key }, at, reason });
      return outcome.type === 'decided'
        ? { type: 'decided', command: outcome.decision.commanded?.command ?? command, position: outcome.decision.seq }
        : outcome;
    },
    newRecordIds(principal, key) {
      let count = 0;
      return () => {
        const hmac = createHmac('sha256', cursorKey).update(`record/${principal}/${count}/${key}`).digest();
        count += 1;
        return recordIdFrom(new Uint8Array(hmac.subarray(0, 16)));
      };
    },
  };
}

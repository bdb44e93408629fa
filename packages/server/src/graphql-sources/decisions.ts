import { createHmac } from 'node:crypto';
import type { DecisionsSource } from '@caseweave/graphql';
import { commandOf } from '@caseweave/model';
import { recordIdFrom } from '@caseweave/protocol';
import type { Node } from '../node/node.ts';
import { digestOf, knownEdit } from '../service-edits/edit-key.ts';

/** The way that decisions of programs go: the same as those of devices. */
export function decisionsSource({
  decisions,
  model,
  authority: { id, cursorKey },
  database: { db },
}: Node): DecisionsSource {
  return {
    async decide({ author, command, base, key, at, reason }) {
      const principal = author.who.id;
      // A key that an edit was made under stands for that edit.
      if ((await knownEdit(db, id, principal, digestOf(key))) !== undefined) return { type: 'key-reused' };
      const outcome = await decisions.command({ principal, command, base, key: { type: 'key', key }, at, reason });
      if (outcome.type !== 'decided') return outcome;
      const { record, decision, seq } = outcome.decision;
      const taken = decision === null ? undefined : commandOf(model.now, { ...decision, record });
      if (taken === undefined) throw new Error('What was decided is not understood by the model that decided it.');
      return { type: 'decided', command: taken, position: seq };
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

import { createHmac } from 'node:crypto';
import { DECISION_CODES, type DecisionCommand } from '@caseweave/family';
import { commandJson, commandOf } from '@caseweave/model';
import { recordIdFrom } from '@caseweave/protocol';
import type { DecisionsSource } from '../graphql/sources/decisions-source.ts';
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
    async decide({ principal, command, base, key, at, reason }) {
      // A key that an edit was made under stands for that edit.
      if ((await knownEdit(db, id, principal, digestOf(key))) !== undefined) return { type: 'key-reused' };
      const outcome = await decisions.command({ principal, command, base, key: { type: 'key', key }, at, reason });
      if (outcome.type === 'key-reused') return outcome;
      if (outcome.type === 'not-decided') {
        const code = DECISION_CODES.find((one) => one === outcome.code) ?? 'malformed';
        return { ...outcome, code };
      }
      const { record, decision, seq } = outcome.decision;
      const taken = decision === null ? undefined : commandOf(model.now, { ...decision, record });
      const told = taken === undefined ? command : (commandJson(taken) as unknown as DecisionCommand);
      return { type: 'decided', command: told, position: seq };
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

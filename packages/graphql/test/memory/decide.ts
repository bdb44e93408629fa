import type { DecisionsSource, DecisionTold } from '@caseweave/graphql';
import { carryOut, judgeCommand, parseCommand, withoutNames } from '@caseweave/model';
import { idOf, type MemoryAuthority } from './memory-authority.ts';

/** Decisions in the memory of a test: judged, carried out and told of. */
export const decideIn = (authority: MemoryAuthority): DecisionsSource => ({
  newRecordIds(principal, key) {
    let count = 0;
    return () => idOf(`${principal}/${key}/${(count += 1)}`);
  },
  decide({ author, command: json, key, at }) {
    const request = JSON.stringify(json);
    const known = authority.done.get(`${author.who.id}/${key}`);
    if (known !== undefined) {
      const same: DecisionTold = known.request === request ? (known.answer as DecisionTold) : { type: 'key-reused' };
      return Promise.resolve(same);
    }
    const answer = decided();
    authority.done.set(`${author.who.id}/${key}`, { request, answer });
    return Promise.resolve(answer);

    function decided(): DecisionTold {
      const { model } = authority;
      const parsed = parseCommand(model, json);
      if (parsed.type === 'refused') return { type: 'not-decided', ...parsed.refusal };
      const { command } = parsed;
      const state = authority.state(command.record);
      const refusal = judgeCommand(model, command, {
        who: author.who,
        state,
        at,
        known: authority.known,
        since: [],
        names: withoutNames,
      });
      if (refusal !== null) return { type: 'not-decided', ...refusal };
      const { state: after, begun } = carryOut(model, command, state, { who: author.who.id, at });
      for (const { record, kind, facts } of [after, ...begun]) authority.facts.set(record, { record, kind, facts });
      for (const { record } of [after, ...begun]) authority.createSections(record);
      authority.position += 1;
      authority.tell([command.record], [], [{ record: command.record, state: state ?? null, at }]);
      return { type: 'decided', command, position: authority.position };
    }
  },
});

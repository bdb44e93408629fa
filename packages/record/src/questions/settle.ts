import type { Script } from '../edit/script.ts';
import type { Target } from '../edit/target.ts';
import { writeValue } from '../edit/writing.ts';
import type { Question } from './question.ts';
import { strikeOf } from '../view/strike.ts';

/** Writes the answer to a question into an edit. The question's id says that its claims are the ones there are. */
export function settleIn(script: Script, question: Question, value: unknown, reason: string | undefined): void {
  const { plan } = script.context.index;
  const [groupName = ''] = question.entity === '' ? [] : question.path.split('.');
  const group = plan.groups.get(groupName);
  const target = group === undefined ? script.root : script.target(group, question.entity);
  if (target === undefined) return;
  if (question.kind === 'struck') {
    settleStrike(script, target, value, reason);
    return;
  }
  const field = target.group.fields.get(question.field);
  if (field !== undefined && !('formats' in field)) writeValue(script, target, field, value);
}

function settleStrike(script: Script, target: Target, value: unknown, reason: string | undefined): void {
  if (value === 'restore') {
    target.strike = { type: 'restore' };
  } else if (value === 'strike') {
    const [first] = target.seen.strikes.flatMap((claim) => strikeOf(claim.value) ?? []);
    target.strike = { type: 'strike', why: reason ?? first?.why ?? '' };
  } else {
    const rule = 'a struck row is struck after all, or restored';
    script.refuse(target.group.name, { code: 'wrong-value', rule, remedy: "Answer with 'strike' or 'restore'." });
  }
}

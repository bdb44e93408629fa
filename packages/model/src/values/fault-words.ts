import { type ValueKind, valueWords } from './value-kind.ts';

/**
 * Says what does not fit in a value, by where it is and what belongs there: `members.0.role: is not a code of roles`.
 * Nothing that was given is repeated: names are those of the declaration.
 */
export function faultWords(kind: ValueKind, path: readonly PropertyKey[]): string {
  const steps: string[] = [];
  let at = kind;
  for (const step of path) {
    if (at.type === 'list' && typeof step === 'number') {
      steps.push(String(step));
      at = at.of;
      continue;
    }
    const member = at.type === 'group' && typeof step === 'string' ? at.fields[step] : undefined;
    if (member === undefined) break;
    steps.push(String(step));
    at = member.kind;
  }
  return `${steps.join('.') || 'the form'}: is not ${valueWords(at)}`;
}

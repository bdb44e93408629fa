import type { ClaimPlan, GroupPlan } from '../schema/plan.ts';
import type { Script } from './script.ts';
import type { Target } from './target.ts';

/** Writes a register or progress, if the value is right. */
export function writeValue(script: Script, target: Target, field: ClaimPlan, value: unknown): void {
  if (!mayWrite(script, target, field.path)) return;
  const checked = field.meaning.check(value);
  if (checked.ok) target.write(field.slot, checked.value);
  else script.refuse(field.path, checked.fault);
}

/** Tells whether an entity may be written in; refuses where it is struck. */
export function mayWrite(script: Script, target: Target, path: string): boolean {
  script.assertOpen();
  const hidden = script.isHidden(target);
  if (hidden)
    script.refuse(path, { code: 'struck', rule: 'this was struck as entered in error', remedy: 'Restore it first.' });
  return !hidden;
}

/** Refuses a name that is no field. */
export function refuseUnknown(script: Script, group: GroupPlan, name: string): void {
  script.refuse(group.name === '' ? name : `${group.name}.${name}`, {
    code: 'unknown-field',
    rule: 'the schema has no such field',
    remedy: 'Use a field that the schema declares.',
  });
}

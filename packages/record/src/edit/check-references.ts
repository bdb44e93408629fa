import { memberOf, type Json } from '../json.ts';
import type { ClaimPlan } from '../schema/plan.ts';
import type { Script } from './script.ts';
import type { Target } from './target.ts';

/** Refuses references to what is not there. What another of these scripts adds is there. */
export function checkReferences(scripts: readonly Script[]): void {
  for (const script of scripts) {
    if (!script.context.index.plan.hasRefs) continue;
    script.eachTarget((target) => {
      for (const field of target.group.refs) {
        for (const id of writtenIn(target, field)) if (leadsNowhere(script, field, id, scripts)) refuse(script, field);
      }
    });
  }
}

function writtenIn(target: Target, field: ClaimPlan): readonly Json[] {
  if (target.group.kind !== 'log') {
    const added = target.sets.get(field.slot)?.added.values() ?? [];
    const value = target.values.get(field.slot);
    return value === undefined ? [...added] : [value, ...added];
  }
  const entry = target.creation ?? null;
  const member = typeof entry === 'object' && entry !== null ? memberOf(entry, field.name) : undefined;
  const ids: readonly unknown[] = Array.isArray(member) ? member : [member];
  return ids.filter((id): id is string => typeof id === 'string');
}

function leadsNowhere(script: Script, { target }: ClaimPlan, id: Json, scripts: readonly Script[]): boolean {
  if (target === undefined || typeof id !== 'string') return false;
  const section = target.type === 'own' ? undefined : target.section;
  const among = section === undefined ? [script] : scripts;
  const isAdded = among.some(
    (other) => (section === undefined || other.context.index.plan.section === section) && other.shows(target.rows, id),
  );
  return !isAdded && script.context.viewer.resolver.isNowhere(target, id);
}

function refuse(script: Script, { path, target }: ClaimPlan): void {
  script.refuse(path, {
    code: 'no-such-row',
    rule: `this refers to a row of ${target?.rows ?? ''} that is not there`,
    remedy: 'Take the id from the view, or add the row in the same edit.',
  });
}

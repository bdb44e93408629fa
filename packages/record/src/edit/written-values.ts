import { memberOf, type Json } from '../json.ts';
import type { WrittenValue } from '../outcomes.ts';
import type { Script } from './script.ts';
import type { Target } from './target.ts';

/** The values that an edit writes: of registers, members that sets gain, and members of new entries. No text is among them. */
export function writtenValues(script: Script): readonly WrittenValue[] {
  const written: WrittenValue[] = [];
  script.eachTarget((target) => {
    for (const { path, name, slot, kind } of target.group.claims) {
      if (kind === 'position') continue;
      for (const value of valuesIn(target, name, slot)) written.push({ entity: target.id, path, value });
    }
  });
  return written;
}

function valuesIn({ group, creation = null, values, sets }: Target, name: string, slot: number): readonly Json[] {
  if (group.kind !== 'log') {
    const value = values.get(slot);
    return [...(value === undefined ? [] : [value]), ...(sets.get(slot)?.added.values() ?? [])];
  }
  if (typeof creation !== 'object' || creation === null) return [];
  // What a creation holds was written by a schema as JSON.
  const member = memberOf(creation, name) as Json | undefined;
  return member === undefined ? [] : [member];
}

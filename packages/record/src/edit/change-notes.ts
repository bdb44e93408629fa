import type { Json } from '../json.ts';
import type { ChangeNote } from '../outcomes.ts';
import { pathIn } from '../entities/entity-paths.ts';
import { buildRow } from '../view/row-builder.ts';
import type { Script } from './script.ts';
import type { Target } from './target.ts';

/** Says what an edit does, in the schema's words. */
export function changeNotes(script: Script): readonly ChangeNote[] {
  const notes: ChangeNote[] = [];
  script.eachTarget((target) => noteTarget(script, target, notes));
  return notes.map((note) => (isBesideUnshown(script, note) ? { ...note, unshown: true } : note));
}

/** Whether something is in a field, or anywhere in a row that is struck, that this version of the schema cannot show. */
function isBesideUnshown({ context: { index } }: Script, { entity: id, path }: ChangeNote): boolean {
  const entity = index.holder(path, id);
  if (entity === undefined) return false;
  const { unshown } = buildRow(index, entity, undefined).basis;
  return path === entity.group.name
    ? unshown.length > 0
    : unshown.some(({ name }) => pathIn(entity.group, name) === path);
}

function noteTarget(script: Script, target: Target, notes: ChangeNote[]): void {
  const { id: entity, group } = target;
  const noteRow = (words: string): void => void notes.push({ entity, path: group.name, label: group.label, words });
  if (target.creation !== undefined) noteRow('added');
  for (const [slot, value] of target.values) noteValue(script, target, slot, value, notes);
  for (const slot of target.sets.keys()) noteSet(script, target, slot, notes);
  for (const [slot, text] of target.texts) {
    const field = group.texts[slot];
    if (field === undefined || text.isEmpty) continue;
    notes.push({ entity, path: field.path, label: field.label, words: 'text changed' });
  }
  for (let nth = 0; nth < target.addenda.length; nth += 1) noteRow('added to');
  if (target.strike?.type === 'strike') noteRow(`entered in error: ${target.strike.why}`);
  else if (target.strike !== undefined && target.seen.strikes.length > 0) noteRow('restored');
}

function noteValue(
  script: Script,
  { id: entity, group, creation }: Target,
  slot: number,
  value: Json,
  notes: ChangeNote[],
): void {
  const field = group.claims[slot];
  if (field === undefined) return;
  const { path, label } = field;
  if (field.kind !== 'position') notes.push({ entity, path, label, words: script.words(field, value) });
  else if (creation === undefined) notes.push({ entity, path, label, words: 'moved' });
}

function noteSet(script: Script, target: Target, slot: number, notes: ChangeNote[]): void {
  const field = target.group.claims[slot];
  if (field === undefined) return;
  const { added, removed } = target.set(slot);
  const note = (verb: string, value: Json): void => {
    const words = `${verb} ${script.words(field, value)}`;
    notes.push({ entity: target.id, path: field.path, label: field.label, words });
  };
  for (const value of added.values()) note('added', value);
  for (const value of removed.values()) note('removed', value);
}

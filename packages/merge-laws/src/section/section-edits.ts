import type { Json } from '@caseweave/record';
import type { EditSource, RandomSource } from '../history/edit-source.ts';
import type { FieldOutline, GroupOutline, Outline } from './outline.ts';
import type { Part, SectionEdit } from './part.ts';

/** Draws the edits of a section. Those of one history keep to a few fields, so that they collide in wide schemas too. */
export class SectionEdits implements EditSource<SectionEdit> {
  readonly #fields: readonly FieldOutline[];
  readonly #outline: Outline;

  /** @param outline - of the widest version */
  constructor(outline: Outline) {
    this.#outline = outline;
    this.#fields = [...outline.fields.values()];
  }

  begin(random: RandomSource): { start(): readonly SectionEdit[]; next(): SectionEdit } {
    const focus = this.#focus(random);
    const groups = [...new Set(focus.map(({ group }) => group))].flatMap(
      (name) => this.#outline.groups.get(name) ?? [],
    );
    const menu = [
      ...focus.flatMap((field) => partsOf(field, random, groups)),
      ...groups.flatMap((group) => rowParts(group, random)),
    ];
    menu.push({ weight: 2, draw: () => ({ do: 'settle', question: random.below(3), choose: random.below(3) }) });
    const wrong = focus.find(({ kind, group }) => kind !== 'text' && kind !== 'rich-text' && !this.#isLog(group));
    if (wrong !== undefined) menu.push({ weight: 1, draw: () => ({ do: 'wrong', ...placeOf(wrong, random) }) });
    const draw = weighted(menu, random);
    return {
      start: () => groups.flatMap((group) => (random.below(5) === 0 ? [] : startOf(group, random))),
      next: () => {
        const parts = [draw()];
        while (random.below(6) === 0 && parts.length < 4) parts.push(draw());
        // A question is settled by an edit of its own.
        const [settling] = parts.filter((part) => part.do === 'settle');
        return settling === undefined ? parts : [settling];
      },
    };
  }

  *shrink(edit: SectionEdit): Iterable<SectionEdit> {
    if (edit.length > 1) for (const index of edit.keys()) yield edit.toSpliced(index, 1);
    for (const [index, part] of edit.entries())
      for (const simpler of this.#simpler(part)) yield edit.with(index, simpler);
  }

  #isLog(group: string): boolean {
    return this.#outline.groups.get(group)?.kind === 'log';
  }

  #focus(random: RandomSource): readonly FieldOutline[] {
    const count = Math.min(this.#fields.length, 1 + random.below(4));
    const chosen = new Set<FieldOutline>();
    while (chosen.size < count) {
      const field = this.#fields[random.below(this.#fields.length)];
      if (field !== undefined) chosen.add(field);
    }
    return [...chosen];
  }

  *#simpler(part: Part): Iterable<Part> {
    if ('row' in part && part.row !== undefined && part.row > 0) yield { ...part, row: 0 };
    if (part.do === 'add-row') {
      for (const name of Object.keys(part.values)) yield { ...part, values: withoutMember(part.values, name) };
    } else if (part.do === 'move') {
      if (part.after > 0) yield { ...part, after: part.after - 1 };
    } else if (part.do === 'settle') {
      if (part.question > 0) yield { ...part, question: 0 };
      if (part.choose > 0) yield { ...part, choose: 0 };
    } else if (part.do === 'type' || part.do === 'erase' || part.do === 'format') {
      if (part.at > 0) yield { ...part, at: 0 };
      if (part.length > 1) yield { ...part, length: 1 };
    } else if (part.do === 'write') {
      const pool = this.#outline.fields.get(part.field)?.pool ?? [];
      const place = pool.findIndex((value) => JSON.stringify(value) === JSON.stringify(part.value));
      for (const value of pool.slice(0, place < 0 ? 1 : place)) yield { ...part, value };
    }
  }
}

interface Choice {
  readonly weight: number;
  readonly draw: () => Part;
}

function weighted(menu: readonly Choice[], random: RandomSource): () => Part {
  const total = menu.reduce((sum, { weight }) => sum + weight, 0);
  return () => {
    let left = random.below(total);
    for (const { weight, draw } of menu) {
      if (left < weight) return draw();
      left -= weight;
    }
    throw new RangeError('a menu has choices');
  };
}

// The first rows of all, so that people meet in them.
const placeOf = (
  { path, group }: FieldOutline,
  random: RandomSource,
): { readonly field: string; readonly row?: number } =>
  group === '' ? { field: path } : { field: path, row: random.below(4) === 0 ? 1 : 0 };

const pick = (pool: readonly Json[], random: RandomSource): Json => pool[random.below(pool.length)] ?? null;

function partsOf(field: FieldOutline, random: RandomSource, groups: readonly GroupOutline[]): readonly Choice[] {
  const place = () => placeOf(field, random);
  const isEntry = groups.some(({ name, kind }) => name === field.group && kind === 'log');
  // What an entry says is said when it is added.
  if (isEntry) return [];
  const span = () => ({ at: random.below(6), length: 1 + random.below(3) });
  switch (field.kind) {
    case 'register':
      return [
        { weight: 9, draw: () => ({ do: 'write', ...place(), value: pick(field.pool, random) }) },
        { weight: 1, draw: () => ({ do: 'write', ...place(), value: null }) },
      ];
    case 'progress':
      return [{ weight: 9, draw: () => ({ do: 'write', ...place(), value: pick(field.pool, random) }) }];
    case 'set':
      return [
        { weight: 6, draw: () => ({ do: 'add', ...place(), value: pick(field.pool, random) }) },
        { weight: 4, draw: () => ({ do: 'remove', ...place(), value: pick(field.pool, random) }) },
      ];
    case 'text':
    case 'rich-text': {
      const [format] = field.formats;
      const typing: Choice[] = [
        { weight: 6, draw: () => ({ do: 'type', ...place(), ...span() }) },
        { weight: 3, draw: () => ({ do: 'erase', ...place(), ...span() }) },
      ];
      if (format !== undefined)
        typing.push({ weight: 2, draw: () => ({ do: 'format', ...place(), ...span(), format }) });
      return typing;
    }
  }
}

function rowParts({ name, kind, fields, position }: GroupOutline, random: RandomSource): readonly Choice[] {
  if (kind === 'section') return [];
  const row = () => ({ row: random.below(4) === 0 ? 1 : 0 });
  const choices: Choice[] = [
    { weight: 3, draw: () => ({ do: 'strike', collection: name, ...row() }) },
    { weight: 2, draw: () => ({ do: 'restore', collection: name, row: 0 }) },
  ];
  if (kind === 'log')
    choices.push({ weight: 6, draw: () => ({ do: 'append', log: name, entry: entryOf(fields, random) }) });
  else choices.push({ weight: 2, draw: () => ({ do: 'add-row', collection: name, values: valuesOf(fields, random) }) });
  if (position !== undefined)
    choices.push({
      weight: 3,
      draw: () => ({ do: 'move', collection: name, row: random.below(3), after: random.below(4) }),
    });
  return choices;
}

function startOf(group: GroupOutline, random: RandomSource): readonly SectionEdit[] {
  const { name, kind, fields } = group;
  if (kind === 'section') return [];
  const add = (): SectionEdit =>
    kind === 'log'
      ? [{ do: 'append', log: name, entry: entryOf(fields, random) }]
      : [{ do: 'add-row', collection: name, values: valuesOf(fields, random) }];
  return Array.from({ length: 1 + random.below(2) }, add);
}

function valuesOf(fields: readonly FieldOutline[], random: RandomSource): { readonly [name: string]: Json } {
  const few = fields.filter(({ kind }) => kind === 'register' || kind === 'progress' || kind === 'set').slice(0, 6);
  const given = few.filter(() => random.below(4) === 0);
  return Object.fromEntries(given.map((field) => [field.name, memberOf(field, random)]));
}

function entryOf(fields: readonly FieldOutline[], random: RandomSource): { readonly [name: string]: Json } {
  const given = fields.filter(({ optional }) => !optional || random.below(2) === 0);
  return Object.fromEntries(given.map((field) => [field.name, memberOf(field, random)]));
}

const memberOf = (field: FieldOutline, random: RandomSource): Json =>
  field.kind === 'set' ? [pick(field.pool, random)] : pick(field.pool, random);

function withoutMember(values: { readonly [name: string]: Json }, name: string): { readonly [name: string]: Json } {
  return Object.fromEntries(Object.entries(values).filter(([other]) => other !== name));
}

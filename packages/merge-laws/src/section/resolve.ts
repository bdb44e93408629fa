import type { Json } from '@caseweave/record';
import type { Fact, NewFact } from '../oracle/ledger.ts';
import type { EditMoment } from '../subject.ts';
import { canonicalText } from '../values/canonical.ts';
import { cellOf, expectationOf, formatPrefix, strikePath, type Expectation, type StrikeNote } from './expectation.ts';
import type { FieldOutline, Outline } from './outline.ts';
import type { Part, SectionEdit } from './part.ts';
import type { ResolvedPart } from './record-replica.ts';
import { chosenTarget } from './references.ts';

/** An edit whose rows are found: what the replica is asked to do, and what the ledger is told. */
export interface Resolved {
  readonly parts: readonly ResolvedPart[];
  readonly adds: NewFact[];
  readonly removes: Fact[];
  /** Whether the whole of it is to be refused. */
  readonly isWrong: boolean;
}

/** A value that no field can store: half a surrogate pair. */
const wrongValue = '\ud800';

/** Finds what an edit means for somebody whose basis this is; parts for which there is no row are left out. */
export function resolveEdit(
  outline: Outline,
  edit: SectionEdit,
  moment: EditMoment,
  characters: (entity: string, path: string) => string,
): Resolved {
  return new Resolver(outline, moment, characters).resolve(edit);
}

class Resolver {
  readonly #outline: Outline;
  readonly #moment: EditMoment;
  readonly #characters: (entity: string, path: string) => string;
  readonly #basis: Expectation;
  readonly #now: Expectation;
  readonly #parts: ResolvedPart[] = [];
  readonly #adds: NewFact[] = [];
  readonly #removes: Fact[] = [];
  /** Each place is changed once in an edit: what several changes of one place come to is not what is checked here. */
  readonly #touched = new Set<string>();
  #isWrong = false;

  constructor(outline: Outline, moment: EditMoment, characters: (entity: string, path: string) => string) {
    this.#outline = outline;
    this.#moment = moment;
    this.#characters = characters;
    this.#basis = expectationOf(outline, moment.ledger, moment.basis);
    this.#now = expectationOf(outline, moment.ledger, moment.now);
  }

  resolve(edit: SectionEdit): Resolved {
    for (const part of edit) this.#part(part);
    return { parts: this.#parts, adds: this.#adds, removes: this.#removes, isWrong: this.#isWrong };
  }

  #part(part: Part): void {
    switch (part.do) {
      case 'add-row':
        return this.#add(part.collection, 'add-row', part.values);
      case 'append':
        return this.#add(part.log, 'append', part.entry);
      case 'move':
        return this.#move(part);
      case 'strike':
      case 'restore':
        return this.#strike(part);
      case 'settle':
        return;
      case 'add':
      case 'erase':
      case 'format':
      case 'remove':
      case 'type':
      case 'write':
      case 'wrong': {
        const field = this.#outline.fields.get(part.field);
        const entity = field === undefined ? undefined : this.#row(field.group, part.row);
        if (field !== undefined && entity !== undefined) this.#field(part, field, entity);
      }
    }
  }

  #row(group: string, row: number | undefined): string | undefined {
    if (group === '') return '';
    const rows = this.#basis.shownRows(group);
    return rows[(row ?? 0) % Math.max(1, rows.length)];
  }

  #isNew(cell: string): boolean {
    if (this.#touched.has(cell)) return false;
    this.#touched.add(cell);
    return true;
  }

  #supersede(facts: readonly Fact[]): void {
    // What somebody else has superseded already is left as it is.
    const live = new Set(facts.flatMap(({ cell }) => this.#moment.ledger.live(this.#moment.now, cell)));
    this.#removes.push(...facts.filter((fact) => live.has(fact)));
  }

  #field(given: Extract<Part, { readonly field: string }>, field: FieldOutline, entity: string): void {
    const part = this.#withTarget(given, field, entity);
    // A version does not write what it does not know.
    if (part === undefined || ('value' in part && !field.understands(part.value))) return;
    const { path, name, group } = field;
    const target = { path, name, group, entity };
    const cell = cellOf(path, entity);
    if (!this.#isNew(part.do === 'add' || part.do === 'remove' ? `${cell} ${canonicalText(part.value)}` : cell)) return;
    switch (part.do) {
      case 'write':
        this.#supersede(this.#basis.understood(field, entity));
        this.#adds.push({ cell, value: part.value });
        this.#parts.push({ ...target, do: 'write', value: part.value });
        return;
      case 'add':
      case 'remove': {
        const text = canonicalText(part.value);
        this.#supersede(this.#basis.live(path, entity).filter((fact) => fact.text === text));
        if (part.do === 'add') this.#adds.push({ cell, value: part.value });
        this.#parts.push({ ...target, do: part.do, value: part.value });
        return;
      }
      case 'wrong':
        this.#isWrong = true;
        this.#parts.push({ ...target, do: field.kind === 'set' ? 'add' : 'write', value: wrongValue });
        return;
      case 'erase':
      case 'format':
      case 'type':
        this.#text(part, target);
    }
  }

  /** A part whose reference is to a row that there is. */
  #withTarget<Any extends Extract<Part, { readonly field: string }>>(
    part: Any,
    field: FieldOutline,
    entity: string,
  ): Any | undefined {
    if (field.target === undefined || !('value' in part)) return part;
    const held = this.#basis.live(field.path, entity);
    const value =
      part.do === 'remove' && typeof part.value === 'number'
        ? held[part.value % Math.max(1, held.length)]?.value
        : chosenTarget(field, part.value, this.#basis);
    return value === undefined ? undefined : { ...part, value };
  }

  #text(
    part: Extract<Part, { readonly do: 'type' | 'erase' | 'format' }>,
    target: { readonly path: string; readonly name: string; readonly group: string; readonly entity: string },
  ): void {
    const { path, entity } = target;
    const cell = cellOf(path, entity);
    const typed = this.#characters(entity, path);
    if (part.do === 'type') {
      const text = Array.from({ length: part.length }, this.#moment.freshCharacter).join('');
      for (const value of text) this.#adds.push({ cell, value });
      this.#parts.push({ ...target, do: 'type', at: part.at % (typed.length + 1), length: text.length, text });
      return;
    }
    if (typed.length === 0) return;
    const at = part.at % typed.length;
    const length = Math.min(part.length, typed.length - at);
    if (part.do === 'format') {
      this.#adds.push({ cell: cellOf(`${formatPrefix}${path}`, entity), value: true });
      this.#parts.push({ ...target, do: 'format', at, length, text: part.format });
      return;
    }
    const erased = new Set(typed.slice(at, at + length));
    this.#removes.push(
      ...this.#now.live(path, entity).filter(({ value }) => typeof value === 'string' && erased.has(value)),
    );
    this.#parts.push({ ...target, do: 'erase', at, length, text: '' });
  }

  #add(group: string, verb: 'add-row' | 'append', values: { readonly [name: string]: Json }): void {
    const outline = this.#outline.groups.get(group);
    if (outline === undefined) return;
    // A version that does not have a field does not fill it in.
    const given = this.#given(group, values);
    if (given === undefined) return;
    const added = (id: string): void => {
      this.#adds.push({ cell: cellOf(group, id), value: verb === 'append' ? given : true });
      if (verb === 'append') return;
      if (outline.position !== undefined)
        this.#adds.push({ cell: cellOf(outline.position, id), value: this.#moment.number });
      for (const [name, value] of Object.entries(given)) {
        const field = this.#outline.fields.get(`${group}.${name}`);
        const members = field?.kind === 'set' && Array.isArray(value) ? (value as readonly Json[]) : [value];
        for (const member of members) this.#adds.push({ cell: cellOf(`${group}.${name}`, id), value: member });
      }
    };
    this.#parts.push({ do: verb, group, values: given, added });
  }

  /** The values that this version has fields for; undefined where one that an entry must have leads nowhere. */
  #given(group: string, values: { readonly [name: string]: Json }): { readonly [name: string]: Json } | undefined {
    const given: { [name: string]: Json } = {};
    for (const [name, value] of Object.entries(values)) {
      const field = this.#outline.fields.get(`${group}.${name}`);
      if (field === undefined) continue;
      const members = field.kind === 'set' && Array.isArray(value) ? (value as readonly Json[]) : [value];
      const chosen = members
        .flatMap((member) => chosenTarget(field, member, this.#basis) ?? [])
        .filter((member) => field.understands(member));
      const [first] = chosen;
      if (field.kind === 'set') given[name] = chosen;
      else if (first !== undefined) given[name] = first;
      else if (this.#outline.groups.get(group)?.kind === 'log' && !field.optional) return undefined;
    }
    return given;
  }

  #move(part: Extract<Part, { readonly do: 'move' }>): void {
    const position = this.#outline.groups.get(part.collection)?.position;
    const entity = this.#row(part.collection, part.row);
    if (entity === undefined || position === undefined || !this.#isNew(cellOf(position, entity))) return;
    const shown = this.#now.shownRows(part.collection);
    const others = shown.filter((other) => other !== entity);
    // Whoever looks at a form may hold on to a row that has gone since.
    if (others.length === shown.length) return;
    const after = [undefined, ...others][part.after % (others.length + 1)];
    this.#parts.push({ do: 'move', group: part.collection, entity, after });
  }

  #strike(part: Extract<Part, { readonly do: 'strike' | 'restore' }>): void {
    const rows =
      part.do === 'strike' ? this.#basis.shownRows(part.collection) : this.#basis.hiddenRows(part.collection);
    const entity = rows[part.row % Math.max(1, rows.length)];
    const cell = cellOf(strikePath, entity ?? '');
    if (entity === undefined || !this.#isNew(cell)) return;
    this.#supersede(this.#basis.live(strikePath, entity));
    if (part.do === 'strike') {
      const note: StrikeNote = { saw: this.#moment.basis.copy() };
      this.#adds.push({ cell, value: 'entered in error', note });
    }
    this.#parts.push({ do: part.do, group: part.collection, entity });
  }
}

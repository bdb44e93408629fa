import { copyJson, type Json } from '../json.ts';
import type { Checked, Fault } from '../meaning/meaning.ts';
import type { ClaimPlan, GroupPlan } from '../schema/plan.ts';
import type { Placing } from './draft.ts';
import { FieldsDraft } from './draft-fields.ts';
import { rowDraftClass, type RowDraft } from './draft-row.ts';
import { SetDraft } from './draft-set.ts';
import { TextDraft } from './draft-text.ts';
import { placeLast, placeRow } from './placing.ts';
import type { Script } from './script.ts';
import type { Target } from './target.ts';
import { mayWrite, refuseUnknown, writeValue } from './writing.ts';

interface Members {
  readonly [name: string]: unknown;
}

/** The rows of a collection being edited, or the entries of a log. */
export class RowsDraft {
  readonly #script: Script;
  readonly #group: GroupPlan;

  constructor(script: Script, group: GroupPlan) {
    this.#script = script;
    this.#group = group;
  }

  has(id: string): boolean {
    this.#script.assertOpen();
    return this.#script.has(this.#group, id);
  }

  byId(id: string): RowDraft {
    this.#script.assertOpen();
    // Of a row that is not there a draft is given all the same: the edit is refused as a whole, with all that is wrong.
    const target = this.#script.target(this.#group, id) ?? this.#script.nowhere(this.#group, id);
    return FieldsDraft.handOut(new (rowDraftClass(this.#group))(this.#script, target));
  }

  add(row: Members): string {
    this.#script.assertOpen();
    if (!this.#isOf('collection') || !this.#isMembers(row)) return '';
    const target = this.#script.create(this.#group, true);
    placeLast(this.#script, target);
    for (const [name, value] of Object.entries(row)) {
      if (value !== undefined) this.#fill(target, name, value);
    }
    return target.id;
  }

  append(entry: Members): string {
    this.#script.assertOpen();
    if (!this.#isOf('log') || !this.#isMembers(entry)) return '';
    const members: { [name: string]: Json } = {};
    for (const field of this.#group.claims) {
      const checked = checkMember(field, entry[field.name]);
      if (checked === undefined) continue;
      if (checked.ok) members[field.name] = checked.value;
      else this.#script.refuse(field.path, checked.fault);
    }
    for (const name of Object.keys(entry)) {
      if (!this.#group.fields.has(name)) refuseUnknown(this.#script, this.#group, name);
    }
    // Each member is within the limits; all together are one value.
    const copied = copyJson(members);
    if (!copied.ok) this.#script.refuse(this.#group.name, copied.fault);
    return this.#script.create(this.#group, copied.ok ? copied.value : null).id;
  }

  move(id: string, to: Placing): void {
    this.#script.assertOpen();
    if (!this.#isOf('collection')) return;
    const target = this.#script.target(this.#group, id);
    if (target === undefined || !mayWrite(this.#script, target, this.#group.name)) return;
    const after: unknown = typeof to === 'object' && to !== null ? to.after : null;
    if (after === undefined || typeof after === 'string') placeRow(this.#script, target, after);
    else this.#script.refuse(this.#group.name, noPlace);
  }

  /** Refuses what a caller without types may do to entries as if they were rows, or to rows as if they were entries. */
  #isOf(kind: 'collection' | 'log'): boolean {
    if (this.#group.kind === kind) return true;
    this.#script.refuse(this.#group.name, kind === 'log' ? noLog : noCollection);
    return false;
  }

  /** Refuses what a caller without types may give instead of an object. */
  #isMembers(given: unknown): boolean {
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) return true;
    this.#script.refuse(this.#group.name, noMembers);
    return false;
  }

  #fill(target: Target, name: string, value: unknown): void {
    const field = this.#group.fields.get(name);
    if (field === undefined || field.kind === 'position') refuseUnknown(this.#script, this.#group, name);
    else if ('formats' in field) new TextDraft(this.#script, target, field).fill(value);
    else if (field.kind !== 'set') writeValue(this.#script, target, field, value);
    else if (!isIterable(value)) this.#script.refuse(field.path, notIterable.fault);
    else for (const member of value) new SetDraft(this.#script, target, field).add(member);
  }
}

// Undefined for a member that may be left out and is.
function checkMember(field: ClaimPlan, given: unknown): Checked | undefined {
  if (given === undefined && (field.optional || field.kind === 'set')) return undefined;
  if (given === null && !field.nullable) return missing;
  if (field.kind !== 'set') return given === undefined ? missing : field.meaning.check(given);
  if (!isIterable(given)) return notIterable;
  const members: Json[] = [];
  for (const member of given) {
    const checked = field.meaning.check(member);
    if (!checked.ok) return checked;
    members.push(checked.value);
  }
  return { ok: true, value: members };
}

const noPlace: Fault = {
  code: 'wrong-value',
  rule: 'a row goes after another or to the front',
  remedy: 'Give { after: id }, or {} for the front.',
};
const noLog: Fault = { code: 'wrong-value', rule: 'rows of a collection are added', remedy: 'Use add.' };
const noCollection: Fault = {
  code: 'wrong-value',
  rule: 'entries of a log are appended, and have no place',
  remedy: 'Use append.',
};
const noMembers: Fault = {
  code: 'wrong-value',
  rule: 'what is added is given as an object of its fields',
  remedy: 'Give an object.',
};

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

const missing: Checked = {
  ok: false,
  fault: {
    code: 'wrong-value',
    rule: 'an entry must say this',
    remedy: 'Give a value: nothing is added to an entry later.',
  },
};
const notIterable: Checked & { readonly ok: false } = {
  ok: false,
  fault: { code: 'wrong-value', rule: 'a set is given as a list of its members', remedy: 'Give a list.' },
};

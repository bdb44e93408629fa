import { noClaims } from '../claims/claim.ts';
import { canonicalJson, type Json } from '../json.ts';
import type { ClaimPlan } from '../schema/plan.ts';
import type { DraftSet } from './draft.ts';
import type { Script } from './script.ts';
import type { Target } from './target.ts';
import { mayWrite } from './writing.ts';

/** A set being edited. */
export class SetDraft implements DraftSet<unknown> {
  readonly #script: Script;
  readonly #target: Target;
  readonly #field: ClaimPlan;

  constructor(script: Script, target: Target, field: ClaimPlan) {
    this.#script = script;
    this.#target = target;
    this.#field = field;
  }

  add(value: unknown): void {
    const member = this.#check(value);
    if (member === undefined) return;
    const { added, removed } = this.#target.set(this.#field.slot);
    removed.delete(canonicalJson(member));
    added.set(canonicalJson(member), member);
  }

  delete(value: unknown): void {
    const member = this.#check(value);
    if (member === undefined) return;
    const text = canonicalJson(member);
    const { added, removed } = this.#target.set(this.#field.slot);
    added.delete(text);
    if (this.#seen().has(text)) removed.set(text, member);
  }

  has(value: unknown): boolean {
    const checked = this.#field.meaning.check(value);
    return checked.ok && this.#members().has(canonicalJson(checked.value));
  }

  [Symbol.iterator](): Iterator<Json> {
    return this.#members().values();
  }

  #check(value: unknown): Json | undefined {
    if (!mayWrite(this.#script, this.#target, this.#field.path)) return undefined;
    const checked = this.#field.meaning.check(value);
    if (checked.ok) return checked.value;
    this.#script.refuse(this.#field.path, checked.fault);
    return undefined;
  }

  #seen(): Map<string, Json> {
    const claims = this.#target.seen.cells[this.#field.slot] ?? noClaims;
    return new Map(this.#field.meaning.understood(claims).map((claim) => [claim.canonical, claim.value]));
  }

  #members(): Map<string, Json> {
    const members = this.#seen();
    const { added, removed } = this.#target.set(this.#field.slot);
    for (const text of removed.keys()) members.delete(text);
    for (const [text, member] of added) members.set(text, member);
    return members;
  }
}

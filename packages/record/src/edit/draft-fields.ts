import { noClaims } from '../claims/claim.ts';
import type { Json } from '../json.ts';
import type { ClaimPlan, GroupPlan, TextPlan } from '../schema/plan.ts';
import { SetDraft } from './draft-set.ts';
import { TextDraft } from './draft-text.ts';
import type { Script } from './script.ts';
import type { Target } from './target.ts';
import { refuseUnknown, writeValue } from './writing.ts';

/** One entity being edited. Subclasses have an accessor for each field, made once for a schema. */
export class FieldsDraft {
  readonly #script: Script;
  readonly #target: Target;

  constructor(script: Script, target: Target) {
    this.#script = script;
    this.#target = target;
  }

  /** What a draft works on; out of sight of its user, whose fields may have any name. */
  static partsOf(draft: FieldsDraft): { readonly script: Script; readonly target: Target } {
    return { script: draft.#script, target: draft.#target };
  }

  static get(draft: FieldsDraft, field: ClaimPlan | TextPlan): unknown {
    draft.#script.assertOpen();
    if ('formats' in field) return new TextDraft(draft.#script, draft.#target, field);
    return field.kind === 'set' ? new SetDraft(draft.#script, draft.#target, field) : readValue(draft.#target, field);
  }

  static set(draft: FieldsDraft, field: ClaimPlan | TextPlan, value: unknown): void {
    draft.#script.assertOpen();
    if ('formats' in field || field.kind === 'set') {
      const remedy = 'formats' in field ? 'Use insert and delete.' : 'Use add and delete.';
      draft.#script.refuse(field.path, { code: 'wrong-value', rule: 'this field is not assigned', remedy });
    } else {
      writeValue(draft.#script, draft.#target, field, value);
    }
  }

  /** Hands a draft out; when its edit is over, what was assigned to names that are no fields is refused. */
  static handOut<Draft extends FieldsDraft>(draft: Draft): Draft {
    const [script, { group }] = [draft.#script, draft.#target];
    script.whenOver(() => {
      for (const name of Object.keys(draft)) refuseUnknown(script, group, name);
    });
    return draft;
  }
}

/** A class of drafts. */
export type DraftClass<Made extends FieldsDraft> = new (script: Script, target: Target) => Made;

/** Gives a class of drafts an accessor for each field of a group. */
export function withAccessors<Made extends FieldsDraft>(made: DraftClass<Made>, group: GroupPlan): DraftClass<Made> {
  for (const field of group.fields.values()) {
    if (field.kind === 'position') continue;
    Object.defineProperty(made.prototype, field.name, {
      get(this: FieldsDraft) {
        return FieldsDraft.get(this, field);
      },
      set(this: FieldsDraft, value: unknown) {
        FieldsDraft.set(this, field, value);
      },
    });
  }
  return made;
}

function readValue(target: Target, field: ClaimPlan): Json {
  const written = target.values.get(field.slot);
  return written === undefined ? field.meaning.read(target.seen.cells[field.slot] ?? noClaims).value : written;
}

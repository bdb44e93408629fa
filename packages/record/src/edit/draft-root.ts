import type { SectionPlan } from '../schema/plan.ts';
import { FieldsDraft, withAccessors, type DraftClass } from './draft-fields.ts';
import { RowsDraft } from './draft-rows.ts';
import type { Script } from './script.ts';

/** The draft of a whole section. */
export function rootDraft(script: Script): FieldsDraft {
  const { plan } = script.context.index;
  let made = classes.get(plan);
  if (made === undefined) {
    made = withAccessors(class extends FieldsDraft {}, plan.root);
    for (const group of plan.groups.values()) {
      Object.defineProperty(made.prototype, group.name, {
        get(this: FieldsDraft) {
          return new RowsDraft(FieldsDraft.partsOf(this).script, group);
        },
        set(this: FieldsDraft) {
          const remedy = 'Use add, append and byId.';
          FieldsDraft.partsOf(this).script.refuse(group.name, {
            code: 'wrong-value',
            rule: 'rows are not assigned',
            remedy,
          });
        },
      });
    }
    classes.set(plan, made);
  }
  return FieldsDraft.handOut(new made(script, script.root));
}

const classes = new WeakMap<SectionPlan, DraftClass<FieldsDraft>>();

import type { GroupPlan } from '../schema/plan.ts';
import { FieldsDraft, withAccessors, type DraftClass } from './draft-fields.ts';
import { reasonFault } from './reason.ts';

/** A row being edited: its fields, and the verbs for the row as a whole. */
export class RowDraft extends FieldsDraft {
  get id(): string {
    return FieldsDraft.partsOf(this).target.id;
  }

  strike(why: string): void {
    const { script, target } = FieldsDraft.partsOf(this);
    script.assertOpen();
    const fault = reasonFault(why);
    if (fault === undefined) target.strike = { type: 'strike', why };
    else script.refuse(target.group.name, fault);
  }

  restore(): void {
    const { script, target } = FieldsDraft.partsOf(this);
    script.assertOpen();
    target.strike = { type: 'restore' };
  }
}

/** The class of drafts of this group's rows. Entries of a log have no fields to write in. */
export function rowDraftClass(group: GroupPlan): DraftClass<RowDraft> {
  let made = classes.get(group);
  if (made === undefined) {
    made = class extends RowDraft {};
    if (group.kind === 'collection') withAccessors(made, group);
    classes.set(group, made);
  }
  return made;
}

const classes = new WeakMap<GroupPlan, DraftClass<RowDraft>>();

import { copyJson } from '../json.ts';
import type { Fault } from '../meaning/meaning.ts';
import { addendaPath, type GroupPlan } from '../schema/plan.ts';
import { FieldsDraft, withAccessors, type DraftClass } from './draft-fields.ts';
import { reasonFault } from './reason.ts';
import { mayWrite } from './writing.ts';

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

/** An entry of a log being added to. */
class EntryDraft extends RowDraft {
  addendum(text: string): void {
    const { script, target } = FieldsDraft.partsOf(this);
    const path = addendaPath(target.group);
    if (!mayWrite(script, target, path)) return;
    const copied = typeof text === 'string' && text !== '' ? copyJson(text) : notWords;
    if (!copied.ok) script.refuse(path, copied.fault);
    else if (script.isOwn(target)) target.addenda.push(text);
    else script.refuse(path, notYours);
  }
}

const notWords: { readonly ok: false; readonly fault: Fault } = {
  ok: false,
  fault: {
    code: 'wrong-value',
    rule: 'what is added to an entry is text',
    remedy: 'Say in words what is to be added.',
  },
};
const notYours: Fault = {
  code: 'not-yours',
  rule: 'only who wrote an entry adds to it',
  remedy: 'Write an entry of your own.',
};

/** The class of drafts of this group's rows. Entries of a log have no fields to write in. */
export function rowDraftClass(group: GroupPlan): DraftClass<RowDraft> {
  let made = classes.get(group);
  if (made === undefined) {
    made = group.kind === 'log' ? class extends EntryDraft {} : withAccessors(class extends RowDraft {}, group);
    classes.set(group, made);
  }
  return made;
}

const classes = new WeakMap<GroupPlan, DraftClass<RowDraft>>();

import type { Draft, EditOutcome } from '@caseweave/record';
import type { CodeList, planShared, PlanSharedView } from '@caseweave/family';
import { ChoiceEditor } from '../fields/choice-editor.tsx';
import { DayEditor } from '../fields/day-editor.tsx';
import { InlineField } from '../fields/inline-field.tsx';
import { TextEditor } from '../fields/text-editor.tsx';
import { dayInShort } from '../words/dates.ts';
import { choicesOf, codeOf } from './choices.ts';
import { planPlace, type PlanCollection } from './collections.ts';
import { StatusTag } from './status-tag.tsx';
import type { Plan } from './plan.ts';

type PlanDraft = Draft<typeof planShared>;

interface RowFieldProps<Value> {
  readonly plan: Plan;
  readonly collection: PlanCollection;
  readonly entity: string;
  readonly field: string;
  readonly label: string;
  readonly value: Value | null;
  readonly write: (draft: PlanDraft, value: Value | null) => void;
}

interface Wording {
  readonly blank: string;
}

const save = (plan: Plan, basis: PlanSharedView, change: (draft: PlanDraft) => void): EditOutcome<unknown> =>
  plan.section.edit(change, { basis });

/** Words of a row, edited in place. */
export function WordsField(props: RowFieldProps<string> & Wording) {
  const { plan, collection, entity, field, label, value, write, blank } = props;
  return (
    <InlineField
      place={planPlace(collection, entity, field)}
      label={label}
      value={value ?? ''}
      view={plan.view}
      shown={value}
      blank={blank}
      canWrite={plan.canWrite}
      onSave={(typed, basis) => save(plan, basis, (draft) => write(draft, typed.trim() === '' ? null : typed.trim()))}
      editor={(editor) => <TextEditor {...editor} />}
    />
  );
}

/** A date of a row, edited in place. */
export function DayField(props: RowFieldProps<string> & Wording & { readonly mark?: string | undefined }) {
  const { plan, collection, entity, field, label, value, write, blank, mark } = props;
  return (
    <InlineField
      place={planPlace(collection, entity, field)}
      label={label}
      value={value ?? ''}
      view={plan.view}
      shown={value === null ? null : `${dayInShort(value)}${mark === undefined ? '' : ` (${mark})`}`}
      blank={blank}
      canWrite={plan.canWrite}
      onSave={(typed, basis) => save(plan, basis, (draft) => write(draft, typed === '' ? null : typed))}
      editor={(editor) => <DayEditor {...editor} />}
    />
  );
}

interface CodeFieldProps<Code extends string | number> extends RowFieldProps<Code>, Wording {
  readonly list: CodeList<Code>;
  /** Shows the code as a coloured tag. */
  readonly isTag?: boolean;
  /** Whether the code may be taken away again. */
  readonly mayBlank?: boolean;
}

/** A code of a list, edited in place. */
export function CodeField<Code extends string | number>(props: CodeFieldProps<Code>) {
  const { plan, collection, entity, field, label, value, write, blank, list, isTag = false, mayBlank = true } = props;
  const words = value === null ? null : list.labelOf(value);
  return (
    <InlineField
      place={planPlace(collection, entity, field)}
      label={label}
      value={value === null ? '' : String(value)}
      view={plan.view}
      shown={isTag && value !== null && words !== null ? <StatusTag code={String(value)} words={words} /> : words}
      blank={blank}
      canWrite={plan.canWrite}
      onSave={(chosen, basis) => save(plan, basis, (draft) => write(draft, codeOf(list, chosen)))}
      editor={(editor) => (
        <ChoiceEditor {...editor} choices={choicesOf(list as CodeList<string>, mayBlank ? 'Not given' : undefined)} />
      )}
    />
  );
}

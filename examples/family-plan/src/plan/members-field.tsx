import type { Draft, DraftSet } from '@caseweave/record';
import type { planShared } from '@caseweave/family';
import type { Choice } from '../forms/choice-editor.tsx';
import { InlineField } from '../fields/inline-field.tsx';
import { sameMembers, SeveralEditor } from '../forms/several-editor.tsx';
import { listed } from '../words/plural.ts';
import { planPlace, type PlanCollection } from './collections.ts';
import type { Plan } from './plan.ts';

interface MembersFieldProps {
  readonly plan: Plan;
  readonly collection: PlanCollection;
  readonly entity: string;
  readonly field: string;
  readonly label: string;
  readonly value: readonly string[];
  readonly blank: string;
  /** Those who may be chosen; members that are not among them stay as they are. */
  readonly choices: readonly Choice[];
  readonly set: (draft: Draft<typeof planShared>) => DraftSet<string>;
}

/** A set of people, edited in place. Only what was ticked or unticked is written. */
export function MembersField(props: MembersFieldProps) {
  const { plan, collection, entity, field, label, value, blank, choices, set } = props;
  const names = value.map((member) => choices.find((choice) => choice.value === member)?.words ?? 'somebody else');
  return (
    <InlineField
      place={planPlace(collection, entity, field)}
      label={label}
      value={value}
      view={plan.view}
      shown={value.length === 0 ? null : listed(names)}
      blank={blank}
      canWrite={plan.canWrite}
      same={sameMembers}
      onSave={(chosen, basis) =>
        plan.section.edit(
          (draft) => {
            const members = set(draft);
            for (const member of chosen) if (!value.includes(member)) members.add(member);
            for (const member of value) if (!chosen.includes(member)) members.delete(member);
          },
          { basis },
        )
      }
      editor={(editor) => <SeveralEditor {...editor} choices={choices} />}
    />
  );
}

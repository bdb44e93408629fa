import { headlineOutcomes, levelsOfNeed, needStatuses } from '@caseweave/family';
import { LiveText } from '../fields/live-text.tsx';
import { usePeople } from '../families/people-context.tsx';
import { AddRow } from './add-row.tsx';
import { MembersField } from './members-field.tsx';
import { OutcomeBlock } from './outcome-block.tsx';
import type { Action, Need, Outcome, Plan } from './plan.ts';
import { CodeField, WordsField } from './row-field.tsx';
import { RowMark } from './row-mark.tsx';
import { StrikePlanRow } from './strike-plan-row.tsx';

interface NeedCardProps {
  readonly plan: Plan;
  readonly need: Need;
  readonly outcomes: readonly { readonly outcome: Outcome; readonly actions: readonly Action[] }[];
}

/** A need, what we know of it, and the outcomes that answer it. */
export function NeedCard({ plan, need, outcomes }: NeedCardProps) {
  const { people } = usePeople();
  const { id, title } = need;
  const name = title ?? 'a need without a name';
  const common = { plan, collection: 'needs', entity: id } as const;
  return (
    <section className="app-need" aria-label={`Need: ${name}`} data-testid="need">
      <div className="app-need__head">
        <div className="app-need__title">
          <span className="app-kind">Need</span>
          <h3 className="app-need__name">
            <WordsField
              {...common}
              field="title"
              label={`need, ${name}`}
              value={title}
              blank="Name the need"
              write={(draft, value) => {
                draft.needs.byId(id).title = value;
              }}
            />
          </h3>
          <RowMark collection="needs" entity={id} />
        </div>
        <div className="app-need__facts">
          <CodeField
            {...common}
            field="headline"
            label={`headline outcome, ${name}`}
            value={need.headline}
            blank="Add a headline outcome"
            list={headlineOutcomes}
            write={(draft, value) => {
              draft.needs.byId(id).headline = value;
            }}
          />
          <span className="app-by">
            about
            <MembersField
              {...common}
              field="about"
              label={`whom it is about, ${name}`}
              value={need.about}
              blank="Say whom"
              choices={people}
              set={(draft) => draft.needs.byId(id).about}
            />
          </span>
          <CodeField
            {...common}
            field="level"
            label={`level of need, ${name}`}
            value={need.level}
            blank="Add a level"
            list={levelsOfNeed}
            write={(draft, value) => {
              draft.needs.byId(id).level = value;
            }}
          />
          <CodeField
            {...common}
            field="status"
            label={`status of the need, ${name}`}
            value={need.status}
            blank="Add a status"
            list={needStatuses}
            isTag
            write={(draft, value) => {
              draft.needs.byId(id).status = value;
            }}
          />
          <StrikePlanRow plan={plan} collection="needs" entity={id} name={`the need ${name}`} />
        </div>
      </div>
      <LiveText
        key={plan.section.generation}
        label={`What we know about ${name}`}
        value={need.note}
        blank="Add what we know about this need"
        canWrite={plan.canWrite}
        onSplice={({ index, removed, inserted }) =>
          plan.section.edit((draft) => {
            const { note } = draft.needs.byId(id);
            if (removed > 0) note.delete(index, removed);
            if (inserted !== '') note.insert(index, inserted);
          })
        }
      />
      {outcomes.map(({ outcome, actions }) => (
        <OutcomeBlock key={outcome.id} plan={plan} outcome={outcome} actions={actions} />
      ))}
      {plan.canWrite && (
        <AddRow
          words="Add a desired outcome"
          label="What will be different"
          onAdd={(text) => plan.section.edit((draft) => draft.outcomes.add({ text, needs: [id] }))}
        />
      )}
    </section>
  );
}

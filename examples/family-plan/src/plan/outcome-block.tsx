import { attainments } from '@caseweave/family';
import { ActionList } from './action-list.tsx';
import type { Action, Outcome, Plan } from './plan.ts';
import { CodeField, DayField, WordsField } from './row-field.tsx';
import { RowMark } from './row-mark.tsx';
import { StrikePlanRow } from './strike-plan-row.tsx';

interface OutcomeBlockProps {
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly actions: readonly Action[];
}

/** A desired outcome, with the actions towards it. */
export function OutcomeBlock({ plan, outcome, actions }: OutcomeBlockProps) {
  const { id, text, targetOn, attainment } = outcome;
  const name = text ?? 'an outcome without words';
  const common = { plan, collection: 'outcomes', entity: id } as const;
  return (
    <section className="app-outcome" aria-label={`Desired outcome: ${name}`}>
      <div className="app-outcome__head">
        <span className="app-kind">Desired outcome</span>
        <div className="app-outcome__text">
          <WordsField
            {...common}
            field="text"
            label={`desired outcome, ${name}`}
            value={text}
            blank="Say what will be different"
            write={(draft, value) => {
              draft.outcomes.byId(id).text = value;
            }}
          />
          <RowMark collection="outcomes" entity={id} />
        </div>
        <div className="app-outcome__facts">
          <CodeField
            {...common}
            field="attainment"
            label={`progress, ${name}`}
            value={attainment}
            blank="Add progress"
            list={attainments}
            isTag
            write={(draft, value) => {
              draft.outcomes.byId(id).attainment = value;
            }}
          />
          <span className="app-by">
            by
            <DayField
              {...common}
              field="targetOn"
              label={`to be reached by, ${name}`}
              value={targetOn}
              blank="Add a date"
              write={(draft, value) => {
                draft.outcomes.byId(id).targetOn = value;
              }}
            />
          </span>
          <StrikePlanRow plan={plan} collection="outcomes" entity={id} name={`the outcome ${name}`} />
        </div>
      </div>
      <ActionList plan={plan} actions={actions} outcome={id} label={`Actions for ${name}`} />
    </section>
  );
}

import { useMemo } from 'react';
import { planShared } from '@caseweave/family';
import { useOpenRecord, useShownSection } from '@caseweave/react';
import { AddRow } from '../forms/add-row.tsx';
import { ActionList } from './action-list.tsx';
import { arrange } from './arrange.ts';
import { NeedCard } from './need-card.tsx';
import { OutcomeBlock } from './outcome-block.tsx';
import type { Plan } from './plan.ts';
import { Story } from './story.tsx';
import { Strengths } from './strengths.tsx';

/** The whole-family plan, edited in place. */
export function PlanTab() {
  const plan = useShownSection(useOpenRecord(), planShared);
  return plan === undefined ? null : <WholePlan plan={plan} />;
}

function WholePlan({ plan }: { readonly plan: Plan }) {
  const { needs, otherOutcomes, otherActions } = useMemo(() => arrange(plan.view), [plan.view]);
  return (
    <>
      <Story plan={plan} />
      <Strengths plan={plan} />
      <h2 className="govuk-heading-m app-section-heading">Needs, outcomes and actions</h2>
      {needs.length === 0 && (
        <p className="govuk-inset-text">No need is recorded yet. Add the first one the family told you about.</p>
      )}
      {needs.map(({ need, outcomes }) => (
        <NeedCard key={need.id} plan={plan} need={need} outcomes={outcomes} />
      ))}
      {otherOutcomes.map(({ outcome, actions }) => (
        <OutcomeBlock key={outcome.id} plan={plan} outcome={outcome} actions={actions} />
      ))}
      {plan.canWrite && (
        <div className="app-plan-add">
          <AddRow
            words="Add a need"
            label="Name of the need"
            onAdd={(title) => plan.section.edit((draft) => draft.needs.add({ title, status: 'open' }))}
          />
        </div>
      )}
      {(otherActions.length > 0 || plan.canWrite) && (
        <section className="app-need" aria-labelledby="other-actions">
          <h3 className="app-need__name" id="other-actions">
            Other actions
          </h3>
          <ActionList plan={plan} actions={otherActions} outcome={null} label="Other actions" />
        </section>
      )}
    </>
  );
}

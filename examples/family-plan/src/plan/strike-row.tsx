import { useId, useState } from 'react';
import { useHoldsTyping } from '../offline/unsaved-typing.ts';
import type { Plan } from './plan.ts';
import type { PlanCollection } from './collections.ts';

interface StrikeRowProps {
  readonly plan: Plan;
  readonly collection: PlanCollection;
  readonly entity: string;
  /** What the row is called: "the action School transport form". */
  readonly name: string;
}

/** Takes a row off the plan that was entered in error, with a reason. It is kept, with who struck it and why. */
export function StrikeRow({ plan, collection, entity, name }: StrikeRowProps) {
  const [basis, setBasis] = useState<Plan['view'] | null>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  useHoldsTyping(basis !== null && reason.trim() !== '');
  if (!plan.canWrite) return null;
  if (basis === null) {
    return (
      <button type="button" className="app-quiet-button" onClick={() => setBasis(plan.view)}>
        Mark as error<span className="govuk-visually-hidden">: {name}</span>
      </button>
    );
  }
  const strike = () => {
    if (reason.trim() === '') {
      setProblem('Say why, so that the others can follow.');
      return;
    }
    const outcome = plan.section.edit((draft) => draft[collection].byId(entity).strike(reason.trim()), { basis });
    if (outcome.type === 'refused') setProblem(outcome.refusals.map(({ remedy }) => remedy).join(' '));
  };
  return (
    <form
      className="app-strike"
      onSubmit={(event) => {
        event.preventDefault();
        strike();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setBasis(null);
      }}
    >
      <label className="govuk-label" htmlFor={id}>
        Why was {name} entered in error?
      </label>
      {problem !== null && (
        <p className="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      <input
        className="govuk-input"
        id={id}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        ref={(input) => input?.focus()}
        autoComplete="off"
      />
      <div className="app-button-row">
        <button type="submit" className="govuk-button govuk-button--warning app-small-button">
          Take it off the plan
        </button>
        <button
          type="button"
          className="govuk-button govuk-button--secondary app-small-button"
          onClick={() => setBasis(null)}
        >
          Keep it
        </button>
      </div>
    </form>
  );
}

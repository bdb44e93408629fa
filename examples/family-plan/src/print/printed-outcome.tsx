import type { Action, Outcome } from '../plan/plan.ts';
import { dayInWords } from '../words/dates.ts';
import { attainmentWords } from './our-words.ts';
import { PrintedActions } from './printed-actions.tsx';

interface PrintedOutcomeProps {
  readonly outcome: Outcome;
  readonly actions: readonly Action[];
}

/** What the family wants to be different, and how they will get there. */
export function PrintedOutcome({ outcome, actions }: PrintedOutcomeProps) {
  const { text, targetOn, attainment } = outcome;
  const facts = [
    targetOn === null ? null : `By ${dayInWords(targetOn)}`,
    attainment === null ? null : attainmentWords[attainment],
  ].filter((fact) => fact !== null);
  return (
    <div className="app-paper__outcome">
      <p className="app-paper__aim">
        <strong>What we want:</strong> {text ?? 'we have not said yet'}
        {facts.length === 0 ? '' : ` (${facts.join('. ')})`}
      </p>
      {actions.length > 0 && <PrintedActions actions={actions} />}
    </div>
  );
}

import type { CaseloadRecord } from '@caseweave/caseload';
import { useDecide, useDecisions } from '@caseweave/react';
import { useState } from 'react';

/** Ends somebody's time in the team. It counts once the server has decided; until then it is shown as pending. */
export function LeaveTeam({ family, who }: { readonly family: CaseloadRecord; readonly who: string }) {
  const decide = useDecide();
  const decided = useDecisions(family.record);
  const [problem, setProblem] = useState('');
  const leave = async () => {
    const outcome = await decide({ type: 'leave-team', record: family.record, principal: who });
    setProblem(outcome.type === 'refused' ? outcome.refusals.map(({ words }) => words).join(' ') : '');
  };
  return (
    <section aria-label="Team">
      <button type="button" onClick={() => void leave()}>{`${who} leaves the team`}</button>
      <p role="alert">{problem}</p>
      <ul aria-label="Not yet confirmed">
        {family.pending.map(({ batch, words }) => (
          <li key={batch}>{words}</li>
        ))}
      </ul>
      <ul aria-label="Decided lately">
        {decided.map(({ key, words }) => (
          <li key={key}>{words}</li>
        ))}
      </ul>
    </section>
  );
}

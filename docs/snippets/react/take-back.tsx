import type { OpenRecord } from '@caseweave/caseload';
import { planShared } from '@caseweave/family';
import { useSection } from '@caseweave/react';
import { useState } from 'react';

/** Takes back what this person did last in the plan, and says what that was. */
export function TakeBack({ record }: { readonly record: OpenRecord | undefined }) {
  const plan = useSection(record, planShared);
  const [said, setSaid] = useState('');
  const takeBack = () => {
    const outcome = plan?.undo();
    if (outcome === undefined) return;
    setSaid(outcome.type === 'refused' ? outcome.refusals.map(({ remedy }) => remedy).join(' ') : outcome.words);
  };
  return (
    <p>
      <button type="button" onClick={takeBack}>
        Take back
      </button>
      <span role="status" aria-label="What was taken back">
        {said}
      </span>
    </p>
  );
}

import type { OpenRecord } from '@caseweave/caseload';
import { planShared } from '@caseweave/family';
import { useQuestions, useSection } from '@caseweave/react';

/** What people wrote apart, for a person to settle. */
export function Questions({ record }: { readonly record: OpenRecord | undefined }) {
  const plan = useSection(record, planShared);
  const questions = useQuestions(record, planShared);
  return questions.map(({ id, label, because, claims }) => (
    <fieldset key={id}>
      <legend>{`${label}: ${because}`}</legend>
      {claims.map((claim) => (
        <button type="button" key={claim.words} onClick={() => plan?.settle(id, claim.value)}>
          {`${claim.words} (${claim.author?.name ?? 'somebody'})`}
        </button>
      ))}
    </fieldset>
  ));
}

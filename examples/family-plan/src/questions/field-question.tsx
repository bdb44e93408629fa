import type { Question } from '@caseweave/record';
import { useState } from 'react';
import { useSettle } from '../open-record/use-settle.ts';
import { useClaimsOf } from '../open-record/use-provenance.ts';
import { useFieldQuestions } from '../open-record/use-field-questions.ts';
import { authorWords } from '../words/author-words.ts';
import { momentInWords } from '../words/dates.ts';
import { useNow } from '../words/use-now.ts';
import type { FieldPlace } from '../open-record/field-place.ts';
import { problemOf, sentence } from '../forms/problem-words.ts';
import { AnotherAnswer } from './another-answer.tsx';
import { whatWasGiven } from './question-words.ts';
import { SettledNotice } from './settled-notice.tsx';

/** The open questions about a field, beside it: each value with who gave it and when, and a button to keep it. */
export function FieldQuestion({ place }: { readonly place: FieldPlace }) {
  const questions = useFieldQuestions(place);
  if (questions.length === 0) return <SettledNotice place={place} />;
  return questions.map((question) => <OpenQuestion key={question.id} question={question} />);
}

function OpenQuestion({ question }: { readonly question: Question }) {
  const now = useNow();
  const written = useClaimsOf(question);
  const settle = useSettle(question.section);
  const [problem, setProblem] = useState<string | null>(null);
  const name = `${question.label}${question.row === undefined ? '' : `, ${question.row}`}`;
  return (
    <div
      className="app-question"
      role="group"
      aria-label={`Question: ${name}`}
      id={`question-${question.id}`}
      tabIndex={-1}
    >
      <p className="app-question__lead">
        <strong>{whatWasGiven(question)}.</strong> {sentence(question.because)}
      </p>
      <ul className="app-question__claims">
        {question.claims.map((claim) => (
          <li key={`${claim.client}.${claim.clock}`}>
            <span>
              <strong>{claim.words}</strong>
              <span className="app-question__who">
                {authorWords(
                  written.find(({ client, clock }) => client === claim.client && clock === claim.clock) ?? claim,
                )}
                {claim.at === undefined ? '' : `, ${momentInWords(claim.at, now)}`}
              </span>
            </span>
            <button
              type="button"
              className="govuk-button govuk-button--secondary app-small-button"
              onClick={() => setProblem(problemOf(settle(question.id, claim.value)))}
            >
              Keep {claim.words}
              <span className="govuk-visually-hidden"> for {name}</span>
            </button>
          </li>
        ))}
      </ul>
      <AnotherAnswer question={question} name={name} onSettle={(value) => problemOf(settle(question.id, value))} />
      {problem !== null && (
        <p className="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

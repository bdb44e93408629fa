import { refusalWords, sentence, type ShownField } from '@caseweave/react';
import type { Question } from '@caseweave/record';
import { useState } from 'react';
import { authorWords } from '../words/author-words.ts';
import { momentInWords } from '../words/dates.ts';
import { useNow } from '../words/use-now.ts';
import type { ValueInput } from '../values/value-input.ts';
import { AnotherAnswer } from './another-answer.tsx';
import { whatWasGiven } from './question-words.ts';
import { SettledNotice } from './settled-notice.tsx';

/** The open questions about a field, beside it: each value with who gave it and when, and a button to keep it. */
export function FieldQuestion({ field, input }: FieldQuestionProps) {
  const { questions } = field;
  if (questions.length === 0) return <SettledNotice field={field} />;
  return questions.map((question) => (
    <OpenQuestion key={question.id} field={field} input={input} question={question} />
  ));
}

interface FieldQuestionProps {
  readonly field: ShownField;
  readonly input: ValueInput;
}

function OpenQuestion({ field, input, question }: FieldQuestionProps & { readonly question: Question }) {
  const now = useNow();
  const { settle } = field;
  const written = field.provenance();
  const [problem, setProblem] = useState<string | null>(null);
  const said = (claim: Question['claims'][number]) => (claim.value === null ? claim.words : input.say(claim.value));
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
              <strong>{said(claim)}</strong>
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
              onClick={() => setProblem(refusalWords(settle(question.id, claim.value)))}
            >
              Keep {said(claim)}
              <span className="govuk-visually-hidden"> for {name}</span>
            </button>
          </li>
        ))}
      </ul>
      <AnotherAnswer
        control={input.control}
        valueOf={input.valueOf}
        name={name}
        onSettle={(value) => refusalWords(settle(question.id, value))}
      />
      {problem !== null && (
        <p className="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

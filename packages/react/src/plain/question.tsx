import { sentence } from '../refusal-words.ts';
import type { Json, Question as OpenQuestion } from '@caseweave/record';

interface QuestionProps {
  readonly question: OpenQuestion;
  /** Settles it; undefined for somebody who may not. */
  readonly onSettle: ((value: Json) => void) | undefined;
}

/** What people wrote apart: each answer with who gave it, which one stands meanwhile and why, and a button to keep one. */
export function Question({ question: { kind, label, row, because, claims }, onSettle }: QuestionProps) {
  const about = row === undefined ? label : `${row}, ${label}`;
  const answers =
    kind === 'struck'
      ? [
          { value: 'restore', words: 'Keep the row', by: undefined },
          { value: 'strike', words: 'Take the row out', by: undefined },
        ]
      : claims.map(({ value, words, author }) => ({ value, words: `Keep ${words}`, by: author?.name ?? 'somebody' }));
  return (
    <fieldset className="cw-question">
      <legend>{`${kind === 'struck' ? 'Struck while somebody wrote in it' : 'Different answers'}: ${about}`}</legend>
      <p>{sentence(because)}</p>
      {answers.map(({ value, words, by }) =>
        onSettle === undefined ? (
          <p key={words}>{by === undefined ? words : `${words} (${by})`}</p>
        ) : (
          <button key={words} type="button" onClick={() => onSettle(value)}>
            {by === undefined ? words : `${words} (${by})`}
          </button>
        ),
      )}
    </fieldset>
  );
}

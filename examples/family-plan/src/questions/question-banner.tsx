import type { Question } from '@caseweave/record';
import { navigate } from '../routing/use-route.ts';
import { plural } from '../words/plural.ts';
import { questionInWords, tabOfQuestion } from './question-words.ts';

interface QuestionBannerProps {
  readonly record: string;
  readonly questions: readonly Question[];
}

/** How many questions wait for the team, each with the way to it. */
export function QuestionBanner({ record, questions }: QuestionBannerProps) {
  if (questions.length === 0) return null;
  const goTo = (question: Question) => {
    navigate({ page: 'family', record, tab: tabOfQuestion(question) });
    // The tab is drawn before the next frame.
    requestAnimationFrame(() => {
      const place = document.getElementById(`question-${question.id}`);
      place?.scrollIntoView({ block: 'center' });
      place?.focus();
    });
  };
  return (
    <section className="app-banner" aria-labelledby="questions-heading" data-testid="question-banner">
      <h2 className="app-banner__heading" id="questions-heading">
        <span className="app-banner__shape" aria-hidden="true">
          ?
        </span>
        {plural(questions.length, 'question')} for the team
      </h2>
      <ul className="app-banner__list">
        {questions.map((question) => (
          <li key={question.id}>
            {questionInWords(question)}{' '}
            <button type="button" className="app-link-button" onClick={() => goTo(question)}>
              See {question.kind === 'struck' ? 'it' : 'both'}
              <span className="govuk-visually-hidden">: {question.label}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

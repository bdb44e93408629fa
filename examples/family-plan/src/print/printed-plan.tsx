import { useMemo } from 'react';
import type { OpenedFamily } from '../family-page/open-family.tsx';
import { arrange } from '../plan/arrange.ts';
import type { Plan } from '../plan/plan.ts';
import { RichTextShown } from '../story/rich-text-shown.tsx';
import { dayInWords, dayOf } from '../words/dates.ts';
import { useNow } from '../words/use-now.ts';
import { PageFrame } from './page-frame.tsx';
import { PrintedActions } from './printed-actions.tsx';
import { PrintedNeed } from './printed-need.tsx';
import { PrintedOutcome } from './printed-outcome.tsx';
import { PrintedPeople } from './printed-people.tsx';
import { PrintedQuestions } from './printed-questions.tsx';
import { PrintedReviews } from './printed-reviews.tsx';
import { PrintedScores } from './printed-scores.tsx';
import { PrintedWords } from './printed-words.tsx';

/** The whole-family plan on paper. */
export function PrintedPlan({ summary, facts, plan }: OpenedFamily & { readonly plan: Plan }) {
  const today = dayInWords(dayOf(useNow()));
  const { view, questions } = plan;
  const { needs, otherOutcomes, otherActions } = useMemo(() => arrange(view), [view]);
  const next = view.nextReviewOn;
  return (
    <article className="app-paper" aria-labelledby="paper-title">
      <PageFrame family={summary.name} today={today} contact={summary.lead} />
      <header>
        <h1 className="app-paper__title" id="paper-title">
          {summary.name}: our plan
        </h1>
        <p>
          This is the plan as it was on {today}.
          {next !== null && ` We look at it together again on ${dayInWords(next)}.`}
        </p>
        {summary.lead !== null && (
          <p>
            Anything that is not right, or has changed? Tell <strong>{summary.lead}</strong>.
          </p>
        )}
      </header>
      <PrintedPeople people={summary.people} facts={facts} />
      <section>
        <h2>Our story</h2>
        <RichTextShown delta={view.story.delta} blank="We have not written our story yet." />
      </section>
      <PrintedWords />
      {view.strengths.length > 0 && (
        <section>
          <h2>What goes well</h2>
          <ul>
            {view.strengths.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>What we are working on</h2>
        {needs.length === 0 && <p>We have not written down anything to work on yet.</p>}
        {needs.map(({ need, outcomes }) => (
          <PrintedNeed key={need.id} need={need} outcomes={outcomes} />
        ))}
        {otherOutcomes.map(({ outcome, actions }) => (
          <PrintedOutcome key={outcome.id} outcome={outcome} actions={actions} />
        ))}
        {otherActions.length > 0 && (
          <section>
            <h3>Other things to do</h3>
            <PrintedActions actions={otherActions} />
          </section>
        )}
      </section>
      <PrintedQuestions questions={questions} view={view} team={facts.team} />
      <PrintedReviews reviews={view.reviews} next={next} />
      <PrintedScores scores={view.scores} />
    </article>
  );
}

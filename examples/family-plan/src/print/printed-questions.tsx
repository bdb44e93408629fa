import { planShared, type PlanSharedView } from '@caseweave/family';
import type { Question } from '@caseweave/record';
import type { TeamMember } from '../families/family-facts.ts';
import { rowWords, sayAt, useAround } from '../values/around.ts';
import type { Around } from '../values/value-input.ts';
import { listed } from '../words/plural.ts';
import { authorOnPaper } from './known-to-family.ts';

interface PrintedQuestionsProps {
  readonly questions: readonly Question[];
  readonly view: PlanSharedView;
  readonly team: readonly TeamMember[];
}

/** What people gave different answers to: on paper too it stays open until somebody settles it. */
export function PrintedQuestions({ questions, view, team }: PrintedQuestionsProps) {
  const around = useAround(planShared, view);
  if (questions.length === 0) return null;
  return (
    <section>
      <h2>What we still have to settle</h2>
      <ul>
        {questions.map((question) => (
          <li key={question.id}>{inWords(question, view, around, team)}</li>
        ))}
      </ul>
    </section>
  );
}

function inWords(
  { kind, label, path, entity, claims, standing }: Question,
  view: PlanSharedView,
  around: Around,
  team: readonly TeamMember[],
): string {
  const row = rowWords(planShared, view, around, path.split('.')[0] ?? '', entity);
  const said = (value: unknown) => sayAt(planShared, path, value, around);
  const about = row === null ? label : `${row} (${label.toLowerCase()})`;
  if (kind === 'struck') return `${about}: one of us took this out, and somebody else had just written in it.`;
  const given = claims.map(
    ({ value, author }) => `${said(value)}${author === undefined ? '' : ` from ${authorOnPaper(author, team)}`}`,
  );
  return `${about}: we have ${listed(given)}. Until we settle it, we go by ${said(standing)}.`;
}

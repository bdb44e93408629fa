import type { PlanSharedView } from '@caseweave/family';
import type { Question } from '@caseweave/record';
import type { TeamMember } from '../families/family-facts.ts';
import { usePeople } from '../families/people-context.tsx';
import { listed } from '../words/plural.ts';
import { saidValue } from '../plan/said-value.ts';
import { authorOnPaper } from './known-to-family.ts';

interface PrintedQuestionsProps {
  readonly questions: readonly Question[];
  readonly view: PlanSharedView;
  readonly team: readonly TeamMember[];
}

/** What people gave different answers to: on paper too it stays open until somebody settles it. */
export function PrintedQuestions({ questions, view, team }: PrintedQuestionsProps) {
  const known = usePeople();
  if (questions.length === 0) return null;
  const said = (words: string) => saidValue(words, known, view);
  return (
    <section>
      <h2>What we still have to settle</h2>
      <ul>
        {questions.map((question) => (
          <li key={question.id}>{inWords(question, said, team)}</li>
        ))}
      </ul>
    </section>
  );
}

function inWords(
  { kind, label, row, claims, standingWords }: Question,
  said: (words: string) => string,
  team: readonly TeamMember[],
): string {
  const about = row === undefined ? label : `${said(row)} (${label.toLowerCase()})`;
  if (kind === 'struck') return `${about}: one of us took this out, and somebody else had just written in it.`;
  const given = claims.map(
    ({ words, author }) => `${said(words)}${author === undefined ? '' : ` from ${authorOnPaper(author, team)}`}`,
  );
  return `${about}: we have ${listed(given)}. Until we settle it, we go by ${said(standingWords)}.`;
}

import type { Question, QuestionClaim } from '@caseweave/record';
import type { TypeRef } from '../builder.ts';
import { authorType } from '../people/author.ts';
import type { Tools } from '../tools.ts';
import { momentOf } from '../values/moment-of.ts';
import { claimId, questionId } from './question-ids.ts';

/** The type of a disagreement that waits for a person. */
export function openQuestionType(tools: Tools): TypeRef<Question> {
  const { builder, made } = tools;
  const Claim = claimType(tools);
  return made.once('open question', () => {
    const QuestionKind = builder.enumType('OpenQuestionKind', {
      description: 'What the people who wrote differ about.',
      values: {
        VALUES: { value: 'values', description: 'Different values were given for the same thing.' },
        END_STATES: { value: 'end-states', description: 'It was said to have ended in two different ways.' },
        STRUCK: { value: 'struck', description: 'Somebody struck it out while somebody else was writing in it.' },
      } as const,
    });
    return builder.objectRef<Question>('OpenQuestion').implement({
      description: 'Something that was written in two ways at once, and that waits for a person to settle it.',
      fields: (t) => ({
        id: t.id({
          description: 'Names exactly these claims: with others, it is another question.',
          resolve: (question) => questionId(question),
        }),
        section: t.exposeString('section', {
          description: 'The name of the section that it is in, as `Section.name` has it.',
        }),
        kind: t.field({ type: QuestionKind, description: 'What they differ about.', resolve: ({ kind }) => kind }),
        label: t.exposeString('label', { description: 'What the question is about, such as `By when`.' }),
        row: t.string({
          nullable: true,
          description: 'Which row it is about, in words.',
          resolve: ({ row }) => row ?? null,
        }),
        rowId: t.id({
          nullable: true,
          description: 'The id of that row; null where the question is about the section itself.',
          resolve: ({ entity }) => (entity === '' ? null : entity),
        }),
        path: t.exposeString('path', { description: 'The field in the section, such as `steps.what`.' }),
        claims: t.field({
          type: [Claim],
          description: 'What was written, and by whom.',
          resolve: (question) => question.claims.map((claim) => ({ claim, question })),
        }),
        standing: t.exposeString('standingWords', { description: 'What counts until it is settled, in plain words.' }),
        because: t.exposeString('because', { description: 'Why that one counts until then.' }),
      }),
    });
  });
}

interface ClaimShape {
  readonly claim: QuestionClaim;
  readonly question: Question;
}

function claimType(tools: Tools): TypeRef<ClaimShape> {
  const Author = authorType(tools);
  return tools.made.once('claim', () =>
    tools.builder.objectRef<ClaimShape>('Claim').implement({
      description: 'One of the things that were written and that contradict one another.',
      fields: (t) => ({
        id: t.id({
          description: 'Names it, so that a question can be settled by it.',
          resolve: ({ claim, question }) => claimId(question, claim),
        }),
        words: t.string({ description: 'What was written, in plain words.', resolve: ({ claim }) => claim.words }),
        code: t.string({
          nullable: true,
          description: 'The same for programs, where it is a text, a code, a day or a number.',
          resolve: ({ claim: { value } }) =>
            typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null,
        }),
        isStanding: t.boolean({
          description: 'Whether it is what counts until the question is settled.',
          resolve: ({ claim, question }) => JSON.stringify(claim.value) === JSON.stringify(question.standing),
        }),
        author: t.field({
          type: Author,
          nullable: true,
          description: 'Who wrote it, where you are told.',
          resolve: ({ claim }) => claim.author ?? null,
        }),
        writtenAt: t.field({
          type: 'DateTime',
          nullable: true,
          description: "When it was written, by the clock of the writer's device.",
          resolve: ({ claim }) => momentOf(claim.at),
        }),
      }),
    }),
  );
}

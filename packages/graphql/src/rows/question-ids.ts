import { createHash } from 'node:crypto';
import type { Question, QuestionClaim } from '@caseweave/record';

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** Names a question by exactly its claims, telling nothing of who wrote how much. */
export const questionId = ({ section, id }: Question): string => digest(`${section}/${id}`);

/** Names one of the claims of a question. */
export const claimId = ({ section, id }: Question, { client, clock }: QuestionClaim): string =>
  digest(`${section}/${id}/${client}.${clock}`);

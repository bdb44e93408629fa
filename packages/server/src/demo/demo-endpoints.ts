import { z } from 'zod';
import type { Authority } from '../authority.ts';
import { issueToken } from '../http/tokens.ts';
import { agencyName } from './family-case.ts';
import { familyAccountIds } from './family-account-ids.ts';
import { hubs } from './places.ts';
import { practitioners } from './practitioners.ts';

/** An answer of an endpoint, to be sent as JSON. */
export interface DemoAnswer {
  readonly status: 200 | 400 | 404;
  readonly body: unknown;
}

/** Somebody whom one may sign in as, in words for a list. */
interface ListedPractitioner {
  readonly id: string;
  readonly name: string;
  readonly hub: string;
  readonly agency: string;
  readonly role: string;
}

const hubNames = new Map<string, string>(hubs.map(({ id, name }) => [id, name]));

/** Answers `GET /demo/practitioners`: everybody whom one may sign in as. */
export function answerPractitioners(): DemoAnswer {
  const body = practitioners.map(({ id, name, hub, agency, job }): ListedPractitioner => ({
    id,
    name,
    hub: hubNames.get(hub) ?? hub,
    agency: agencyName(agency),
    role: job,
  }));
  return { status: 200, body };
}

const request = z.object({ practitioner: z.string() });

/**
 * Answers `POST /demo/sign-in` with a token for the practitioner who is asked for, or somebody of a family. There is no password: the people are
 * made up, and so is all that they see. Serve it only where the authority is the demo.
 *
 * @param body - the parsed JSON of the request
 */
export async function answerSignIn(authority: Authority, body: unknown, now: number): Promise<DemoAnswer> {
  const asked = request.safeParse(body);
  if (!asked.success) {
    return { status: 400, body: { error: 'Send {"practitioner": "<id>"} with an id from /demo/practitioners.' } };
  }
  const known: readonly string[] = [...practitioners.map(({ id }) => id), ...familyAccountIds];
  if (!known.includes(asked.data.practitioner)) {
    return { status: 404, body: { error: 'There is no such practitioner: see /demo/practitioners.' } };
  }
  return { status: 200, body: await issueToken(authority, asked.data.practitioner, now) };
}

import { z } from 'zod';
import type { Node } from '../node/node.ts';
import { type Route, sendJson } from './http-handler.ts';
import { readJson } from './read-body.ts';
import { issueToken } from '../sign-in/tokens.ts';

/** The made-up people of a demonstration, as whom anybody may sign in without a password. */
export interface DemoPeople {
  /** Who is listed: an id, and what else the list tells of them. */
  readonly listed: readonly { readonly id: string }[];
  /** The ids of others whom one may sign in as. */
  readonly unlisted?: readonly string[];
}

const signIn = z.object({ person: z.string() });

/** The endpoints of a demonstration: who there is, and signing in as one of them. Never serve them elsewhere. */
export function demoRoutes(
  { authority, now }: Pick<Node, 'authority' | 'now'>,
  { listed, unlisted = [] }: DemoPeople,
): readonly (readonly [string, Route])[] {
  const known = new Set([...listed.map(({ id }) => id), ...unlisted]);
  return [
    [
      '/demo/people',
      async (request, response) => {
        if (request.method !== 'GET') return sendJson(response, 405, { error: 'Ask for it with GET.' });
        sendJson(response, 200, listed);
      },
    ],
    [
      '/demo/sign-in',
      async (request, response) => {
        if (request.method !== 'POST') return sendJson(response, 405, { error: 'Send it with POST.' });
        const asked = signIn.safeParse(await readJson(request));
        if (!asked.success) {
          const error = 'Send {"person": "<id>"} with an id from /demo/people.';
          return sendJson(response, 400, { error });
        }
        const { person } = asked.data;
        if (!known.has(person))
          return sendJson(response, 404, { error: 'There is nobody of that id: see /demo/people.' });
        sendJson(response, 200, await issueToken(authority, person, now()));
      },
    ],
  ];
}

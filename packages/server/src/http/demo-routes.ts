import { answerPractitioners, answerSignIn } from '../demo/index.ts';
import type { Node } from '../node.ts';
import { type Route, sendJson } from './http-handler.ts';
import { readJson } from './read-body.ts';

/** The endpoints of the demonstration: who there is, and signing in as one of them. Never serve them elsewhere. */
export function demoRoutes({ authority, now }: Node): readonly (readonly [string, Route])[] {
  return [
    [
      '/demo/practitioners',
      async (request, response) => {
        if (request.method !== 'GET') return sendJson(response, 405, { error: 'Ask for it with GET.' });
        const { status, body } = answerPractitioners();
        sendJson(response, status, body);
      },
    ],
    [
      '/demo/sign-in',
      async (request, response) => {
        if (request.method !== 'POST') return sendJson(response, 405, { error: 'Send it with POST.' });
        const { status, body } = await answerSignIn(authority, await readJson(request), now());
        sendJson(response, status, body);
      },
    ],
  ];
}

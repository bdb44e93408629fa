import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Node } from '../node/node.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { serveApp } from './static-files.ts';

/** Answers the requests under one path. */
export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What the HTTP side serves. */
export interface HttpOptions {
  /** By path, such as `/graphql`. */
  readonly routes: ReadonlyMap<string, Route>;
  /** The folder of the built app. */
  readonly app?: string | undefined;
  /** Other origins that its pages may talk to by script. */
  readonly connectTo?: () => readonly string[];
}

/** Answers HTTP requests. */
export function httpHandler(node: Node, { routes, app, connectTo = () => [] }: HttpOptions): Route {
  return async (request, response) => {
    setSecurityHeaders(response, connectTo());
    const [path = '/'] = (request.url ?? '/').split('?');
    try {
      const route = routes.get(path);
      if (path === '/healthz')
        response.writeHead(200, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end('ok\n');
      else if (route !== undefined) await route(request, response);
      else if (app !== undefined) await serveApp(app, request, response, path);
      else response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is nothing here.\n');
    } catch (error) {
      node.report('http', error);
      if (response.headersSent) response.destroy();
      else
        response
          .writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
          .end('Something went wrong here. Try again.\n');
    }
  };
}

/** Sends JSON that no cache keeps. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}

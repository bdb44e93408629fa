import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { ModelError } from '@caseweave/model';
import { type DatabaseAddress, openDatabase } from '../database/database.ts';
import { plainFailure } from '../database/plain-failure.ts';
import { StartFailure } from '../database/start-failure.ts';
import { type Extras, graphqlHandler, type GraphQLOptions, graphqlSchema } from '@caseweave/graphql';
import type { Node } from '../node/node.ts';
import { type NodeOptions, startNode } from '../node/start-node.ts';
import { stockEndpoint } from '../stock/stock-endpoint.ts';
import { syncEndpoint } from '../sync/sync-endpoint.ts';
import { type DemoPeople, demoRoutes } from './demo-routes.ts';
import { graphqlSources } from '../graphql-sources/graphql-sources.ts';
import { Issuer, type IssuerSettings, IssuerUnavailable } from '../sign-in/issuer.ts';
import { originsOfIssuer, signInRoute } from './sign-in-route.ts';
import { httpHandler, type Route } from './http-handler.ts';

/** How a server is started. */
export interface ServerOptions extends Pick<NodeOptions, 'model' | 'rights' | 'tell' | 'carryOver'> {
  readonly database: DatabaseAddress;
  /** 0 takes any free port. */
  readonly port?: number;
  /** This machine alone, unless told otherwise. */
  readonly host?: string;
  /** The folder of the built app. */
  readonly app?: string | undefined;
  /** Other origins whose pages may connect, such as `https://plans.example.org`. */
  readonly origins?: readonly string[];
  /** The people of a demonstration: anybody may sign in as any of them. */
  readonly demo?: DemoPeople | undefined;
  /** An OpenID issuer whose tokens are taken, and no others. */
  readonly issuer?: IssuerSettings | undefined;
  /** What operations GraphQL takes, whether its schema may be asked for, and what it has beside what follows from the model. */
  readonly graphql?: Pick<GraphQLOptions, 'production' | 'operations' | 'anyOperation'> & { readonly extras?: Extras };
  readonly authority?: string;
  readonly now?: () => number;
  readonly report?: (where: string, error: unknown) => void;
  /** Told, in words, what keeps the server from serving everybody although it starts. */
  readonly warn?: (words: string) => void;
  /** Carried out before anyone is served: seeding, mostly. */
  readonly prepare?: (node: Node) => Promise<void>;
}

/** A server that serves. */
export interface RunningServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly node: Node;
  /** Stops it in good order: nothing that was acknowledged is lost. Asking twice stops it once. */
  close(): Promise<void>;
}

/**
 * Starts a server on a PostgreSQL.
 *
 * @throws {StartFailure} with a `code`, when it cannot.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { port = 0, host = '127.0.0.1', prepare = async () => undefined } = options;
  assertServable(options);
  // The port comes first: if somebody has it, nothing has been touched.
  const http = await listen(port, host);
  const database = openDatabase(options.database);
  const issuer = options.issuer === undefined ? undefined : new Issuer(options.issuer);
  try {
    await askIssuer(issuer, options.warn);
    const node = await startNode(database, { ...options, issuer }).catch((error: unknown) => {
      throw plainFailure(error);
    });
    try {
      await prepare(node);
      return serve(node, http, host, { ...options, issuer });
    } catch (error) {
      await node.stop();
      throw error;
    }
  } catch (error) {
    await database.close();
    http.close();
    http.closeAllConnections();
    throw error;
  }
}

/** A model that can be no API is told of before anything is touched. */
function assertServable({ model, graphql }: ServerOptions): void {
  const { extras } = graphql ?? {};
  try {
    graphqlSchema({ model, ...(extras !== undefined && { extras }) });
  } catch (cause) {
    throw cause instanceof ModelError ? new StartFailure('wrong-model', cause.message, { cause }) : cause;
  }
}

/** An issuer that answers wrongly is a wrong setting; one that does not answer may yet come. */
async function askIssuer(issuer: Issuer | undefined, warn: ServerOptions['warn']): Promise<void> {
  if (issuer === undefined) return;
  const { jwksUrl, page } = issuer.settings;
  if (jwksUrl !== undefined && page === undefined) return;
  try {
    await issuer.metadata();
  } catch (error) {
    if (!(error instanceof IssuerUnavailable)) throw error;
    warn?.(
      `The issuer ${issuer.settings.issuer} cannot be reached yet. Nobody can sign in until it can; it is asked again.`,
    );
  }
}

/** Takes the port. Until the server serves, it says so. */
async function listen(port: number, host: string): Promise<Server> {
  const http = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, maxHeaderSize: 16 * 1024 });
  http.on('request', startingUp);
  http.on('upgrade', refuseUpgrade);
  await new Promise<void>((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => reject(portFailure(error, port, host)));
    http.listen(port, host, resolve);
  });
  return http;
}

const startingUp: RequestListener = (_, response) => {
  response
    .writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' })
    .end('The server is starting.\n');
};

const refuseUpgrade = (_: unknown, socket: Duplex): void => {
  socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
};

function portFailure(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE')
    return new StartFailure('port-in-use', `Port ${port} is in use. Stop what uses it, or set PORT to another one.`);
  if (error.code === 'EACCES')
    return new StartFailure('bad-option', `Port ${port} may not be used by this user. Set PORT to one above 1023.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new StartFailure('bad-option', `This machine has no address ${host}. Set HOST to one that it has.`);
  }
  return error;
}

interface ServeOptions extends Omit<ServerOptions, 'issuer'> {
  readonly issuer: Issuer | undefined;
}

function serve(node: Node, http: Server, host: string, options: ServeOptions): RunningServer {
  const { app, origins = [], demo, issuer } = options;
  const taken = (http.address() as AddressInfo).port;
  const names = new Set([host, ...(host === '127.0.0.1' || host === '::1' ? ['localhost', '127.0.0.1'] : [])]);
  const allowed = new Set([...[...names].map((name) => `http://${name}:${taken}`), ...origins]);
  const { extras, ...settings } = options.graphql ?? {};
  const served = { model: options.model, sources: graphqlSources(node), ...(extras !== undefined && { extras }) };
  const graphql = graphqlHandler(served, {
    ...settings,
    origins: [...allowed],
    // The asker was given the reference: with it in the log, the two can be matched.
    report: ({ reference, name, code }) =>
      node.report(`graphql ${reference}`, Object.assign(new Error(), { name, code })),
  });
  const routes = new Map<string, Route>([
    ['/graphql', (request, response) => graphql.handle(request, response)],
    ['/sign-in.json', signInRoute(demo !== undefined, issuer)],
    ...(demo === undefined ? [] : demoRoutes(node, demo)),
  ]);
  const handle = httpHandler(node, { routes, app, connectTo: () => originsOfIssuer(issuer) });
  // A program that is no browser sends no origin; it needs a token like everyone else.
  const isAllowed = (origin: string | undefined) => origin === undefined || allowed.has(origin);
  const sync = syncEndpoint(node, isAllowed);
  const stock = stockEndpoint(node, isAllowed);
  http.removeListener('request', startingUp);
  http.removeListener('upgrade', refuseUpgrade);
  http.on('request', (request, response) => void handle(request, response));
  http.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const [path = ''] = (request.url ?? '').split('?');
    if (path === '/sync') sync.upgrade(request, socket, head);
    else if (path.startsWith('/y/')) stock.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= (async () => {
      const closed = new Promise((done) => http.close(done));
      graphql.close();
      await Promise.all([sync.stop(), stock.stop()]);
      http.closeAllConnections();
      await closed;
      await node.stop();
      await node.database.close();
    })();
    return closing;
  };
  return {
    url: `http://${host === '::1' ? '[::1]' : host}:${taken}`,
    port: taken,
    node,
    close,
    [Symbol.asyncDispose]: close,
  };
}

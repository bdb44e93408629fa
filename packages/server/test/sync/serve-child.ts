import { served } from '../models/served.ts';
import { issueToken, startServer, type DatabaseAddress } from '@caseweave/server';

/** Serves in a process of its own and says where, with a token of the lead practitioner. */
const { database, authority, port } = JSON.parse(process.argv[2] ?? '{}') as {
  database: DatabaseAddress;
  authority: string;
  port?: number;
};
const server = await startServer({ model: served.model, database, authority, ...(port === undefined ? {} : { port }) });
const { token } = await issueToken(server.node.authority, 'lead', Date.now());
process.stdout.write(JSON.stringify({ url: server.url, token }));

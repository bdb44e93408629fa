import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DemoApi } from '../../../packages/trials/src/whole/demo-api.ts';
import { median } from '../frame/interleaved.ts';
import type { Suite } from '../frame/suite.ts';
import { startDemo } from './demo-server.ts';
import { type Answered, underLoad } from './load.ts';

const query = `query Page($first: Int!) { caseload(first: $first) { totalCount nodes {
  id name nextReviewOn hub { id name } lead { id name } team { id name agency { id name } }
  people { person { id } } } } }`;
const rounds = 5;
const asks = 120;
const atOnce = 8;

interface Page {
  readonly data: { readonly caseload: { readonly totalCount: number; readonly nodes: readonly unknown[] } };
}

/** What a page of fifty families costs by GraphQL, rights judged for each, beside a server that says the same bytes. */
export const graphqlPage: Suite = {
  name: 'graphql-page',
  about: 'a page of 50 families by GraphQL, beside an HTTP server that answers the same bytes from memory',
  async run(report) {
    await using demo = await startDemo(440, 4_717);
    const api = new DemoApi(demo.url);
    const reader = await whoReadsMost(api);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await api.token(reader)}` };
    const asked = { method: 'POST', headers, body: JSON.stringify({ query, variables: { first: 50 } }) };
    const answer = await (await fetch(`${demo.url}/graphql`, asked)).text();
    if ((JSON.parse(answer) as Page).data.caseload.nodes.length !== 50) throw new Error('It is no page of 50.');

    const floor = createServer((request, response) => {
      request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(answer));
    }).listen(0, '127.0.0.1');
    await once(floor, 'listening');
    const floorUrl = `http://127.0.0.1:${(floor.address() as AddressInfo).port}`;
    const ask = (url: string) => async () => {
      const text = await (await fetch(url, asked)).text();
      if (text.length !== answer.length) throw new Error('The answer is another one.');
    };
    const runs: { ours: Answered[]; floor: Answered[] } = { ours: [], floor: [] };
    for (let round = 0; round <= rounds; round += 1) {
      const ours = await underLoad(ask(`${demo.url}/graphql`), asks, atOnce);
      const bare = await underLoad(ask(floorUrl), asks, atOnce);
      if (round === 0) continue;
      runs.ours.push(ours);
      runs.floor.push(bare);
    }
    floor.close();
    floor.closeAllConnections();
    const otherIs = 'the same bytes from memory';
    const figure = (of: (answered: Answered) => number) => ({
      ours: median(runs.ours.map(of)),
      other: median(runs.floor.map(of)),
      otherIs,
    });
    const what = `a page of 50 families with hub, lead, team and people, ${atOnce} askers at once`;
    report({ measure: 'graphql-page-rate', what, unit: 'requests/s', ...figure(({ perSecond }) => perSecond) });
    report({ measure: 'graphql-page-p95', what: `${what}: 95 of 100 within`, unit: 'ms', ...figure(({ p95 }) => p95) });
  },
};

/** The practitioner with the largest caseload. */
async function whoReadsMost(api: DemoApi): Promise<string> {
  let most = { id: '', count: -1 };
  for (const { id } of await api.practitioners()) {
    const { data } = JSON.parse(await api.ask(id, query, { first: 1 })) as Page;
    if (data.caseload.totalCount > most.count) most = { id, count: data.caseload.totalCount };
  }
  return most.id;
}

import type * as Y from 'yjs';
import { median } from '../frame/interleaved.ts';
import type { Report, Suite } from '../frame/suite.ts';
import type { Contender, Cost } from './contender.ts';
import { connectHocuspocus } from './hocuspocus.ts';
import { ourContender } from './ours.ts';
import { providerContender } from './provider-contender.ts';
import { connectYWebsocket } from './y-websocket.ts';

const changed = 20;
const rounds = 3;

/** What it costs to come back after twenty of many sections changed, and to get them all for the first time. */
export const catchUp: Suite = {
  name: 'catch-up',
  about: `first sync, and catching up with ${changed} changed sections, of 100 and of 400, beside y-websocket and Hocuspocus`,
  async run(report) {
    for (const sections of [100, 400]) await measure(sections, report);
  },
};

/** What a section holds after some weeks: a hundred claims and a story, about 20 kB. */
function fill(doc: Y.Doc, place: number): void {
  const claims = Array.from({ length: 100 }, (_, n) => [
    `row${n % 25}`,
    `needs.field${n % 4}`,
    `Section ${place}: the school was asked about attendance in week ${n}`,
    { t: 1_790_000_000_000 + n },
  ]);
  doc.getArray('claims').push(claims);
  doc.getText('story/').insert(0, `Story of section ${place}. `.repeat(80));
}

async function measure(sections: number, report: Report): Promise<void> {
  const { ours, states } = await ourContender(sections, fill);
  await using first = ours;
  const program = (name: string) => `../../peers/src/${name}-server.ts`;
  await using yWebsocket = await providerContender('y-websocket', program('y-websocket'), states, connectYWebsocket);
  await using hocuspocus = await providerContender('Hocuspocus', program('hocuspocus'), states, connectHocuspocus);
  const contenders = [first, yWebsocket, hocuspocus];

  const firstSyncs = await inTurns(contenders, (contender) => contender.firstSync());
  const catchUps = await inTurns(contenders, async (contender, round) => {
    const places = Array.from({ length: changed }, (_, n) => (n * 19 + round) % sections);
    await contender.change(places, (doc) => {
      doc.getArray('claims').push([['row1', 'needs.field1', `Changed in round ${round}`, { t: 1_790_000_001_000 }]]);
    });
    return contender.catchUp();
  });
  for (const peer of ['y-websocket', 'Hocuspocus']) {
    compare('first-sync', sections, firstSyncs, peer, report);
    compare('catch-up', sections, catchUps, peer, report);
  }
}

type Costs = ReadonlyMap<string, readonly Cost[]>;

/** A first round that is not counted, then some that are, each contender once a round. */
async function inTurns(
  contenders: readonly Contender[],
  session: (contender: Contender, round: number) => Promise<Cost>,
): Promise<Costs> {
  const costs = new Map<string, Cost[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const contender of contenders) {
      const cost = await session(contender, round);
      if (round > 0) costs.get(contender.name)?.push(cost);
    }
  }
  return costs;
}

const figures = [
  { figure: 'bytes', unit: 'bytes', words: 'bytes up and down, handshakes included' },
  { figure: 'messages', unit: 'messages', words: 'messages up and down' },
  { figure: 'ms', unit: 'ms', words: 'time to the last message' },
  { figure: 'cpu', unit: 'ms', words: "the server's processor time (ours with PostgreSQL's)" },
] as const;

const goals = {
  'first-sync': { bytes: { ratioAtMost: 1 / 3 } },
  'catch-up': { bytes: { oursAtMost: 2_048 }, messages: { oursAtMost: 2 }, cpu: { ratioAtMost: 1 / 50 } },
} as const;

function compare(of: keyof typeof goals, sections: number, costs: Costs, peer: string, report: Report): void {
  for (const { figure, unit, words } of figures) {
    const middle = (name: string) => median((costs.get(name) ?? []).map((cost) => cost[figure]));
    const goal = (goals[of] as Partial<Record<string, { ratioAtMost: number } | { oursAtMost: number }>>)[figure];
    report({
      measure: `${of}-${figure}`,
      size: sections,
      peer: peer.toLowerCase(),
      what: `${of === 'first-sync' ? `all of ${sections} sections for the first time` : `${changed} changed sections of ${sections}`}: ${words}`,
      unit,
      ours: middle('Caseweave'),
      other: middle(peer),
      otherIs: peer,
      ...(goal === undefined ? {} : { goal }),
    });
  }
}

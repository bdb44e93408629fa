import { issueToken } from '@caseweave/server';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { loadDocuments } from '../../src/sections/load-documents.ts';
import { writeStep1, writeUpdate } from '../../src/stock/stock-messages.ts';
import { served } from '../models/served.ts';
import { connect, startFilled, startPostgres } from '../sync/test-authority.ts';
import { RawStock } from './raw-stock.ts';
import { type StockClient, stockClients } from './stock-client.ts';

let postgres: Awaited<ReturnType<typeof startPostgres>>;
let it: Awaited<ReturnType<typeof startFilled>>;
const stock = stockClients();

beforeAll(async () => {
  postgres = await startPostgres();
  it = await startFilled(postgres.address, 1);
}, 60_000);

afterEach(() => stock.closeAll());
afterAll(async () => {
  await it.server.close();
  await postgres.close();
});

// Each run has connections and commits of its own: a tenth of what properties in memory get.
const numRuns = Math.max(5, Math.ceil((fc.readConfigureGlobal().numRuns ?? 50) / 10));

const patience = 30_000 + numRuns * 2_000;

const people = ['lead', 'worker', 'partner'] as const;

/** The section as the log has it; loading it fails if anything in it waits for what is not there. */
async function logged(section: string): Promise<Y.Doc> {
  const { database, authority, committer } = it.server.node;
  await committer.idle();
  const loaded = (await loadDocuments(database.db, authority.id, [section])).get(section);
  if (loaded === undefined) throw new Error('There is no such section.');
  return loaded.doc;
}

const vectorOf = (doc: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(doc));
const sameVector = (doc: Y.Doc, wanted: ReadonlyMap<number, number>) => {
  const own = vectorOf(doc);
  return own.size === wanted.size && [...wanted].every(([client, clock]) => own.get(client) === clock);
};

const step = fc.record({
  who: fc.nat(people.length - 1),
  at: fc.nat(1_000),
  what: fc.oneof(
    { weight: 6, arbitrary: fc.record({ type: fc.constant('insert' as const), words: fc.string({ minLength: 1 }) }) },
    {
      weight: 3,
      arbitrary: fc.record({ type: fc.constant('delete' as const), length: fc.integer({ min: 1, max: 9 }) }),
    },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('bold' as const), length: fc.integer({ min: 1, max: 9 }) }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('away' as const, 'back' as const, 'reload' as const) }) },
  ),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function write({ story }: StockClient, { at, what }: Step): void {
  const place = at % (story.length + 1);
  if (what.type === 'insert') story.insert(place, what.words);
  else if (what.type === 'delete') story.delete(place, Math.min(what.length, story.length - place));
  else if (what.type === 'bold') story.format(place, Math.min(what.length, story.length - place), { bold: true });
}

/** A page that is loaded anew from what the browser kept. */
async function reload(client: StockClient, principal: string, section: string): Promise<StockClient> {
  const kept = new Y.Doc();
  Y.applyUpdate(kept, Y.encodeStateAsUpdate(client.doc));
  client.close();
  return stock.open(it.server, principal, section, kept);
}

test(
  '[Y1][Y5][Y6] whatever stock clients write, away or not, all end with what the log has, everything once',
  async () => {
    const { section } = (await connect(it.server, 'lead')).header(it.record, served.names.plan);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const before = vectorOf(await logged(section));
        const clients = await Promise.all(people.map((principal) => stock.open(it.server, principal, section)));
        for (const one of steps) {
          const client = clients[one.who];
          const principal = people[one.who];
          if (client === undefined || principal === undefined) continue;
          if (one.what.type === 'away') client.provider.disconnect();
          else if (one.what.type === 'back') client.provider.connect();
          else if (one.what.type === 'reload') clients[one.who] = await reload(client, principal, section);
          else write(client, one);
        }
        for (const { provider } of clients) provider.connect();
        // What the section had, and what was written now.
        const wanted = new Map(before);
        for (const { doc } of clients)
          for (const [id, clock] of vectorOf(doc)) wanted.set(id, Math.max(clock, wanted.get(id) ?? 0));
        await Promise.all(clients.map((client) => client.until(() => sameVector(client.doc, wanted))));
        const doc = await logged(section);
        expect(vectorOf(doc)).toEqual(wanted);
        for (const { story, doc: own } of clients) {
          expect(story.toJSON()).toBe(doc.getText('story/').toJSON());
          expect(own.store.pendingStructs).toBeNull();
        }
        stock.closeAll();
      }),
      { numRuns },
    );
    expect(it.failures).toEqual([]);
  },
  patience,
);

const damage = fc.array(fc.record({ at: fc.nat(2_000), byte: fc.nat(255) }), { minLength: 1, maxLength: 4 });

test(
  '[Y9] whatever bytes a client sends, others keep what they have and nothing is left waiting',
  async () => {
    const { section } = (await connect(it.server, 'lead')).header(it.record, served.names.plan);
    const honest = await stock.open(it.server, 'lead', section);
    await honest.synced();
    honest.story.insert(0, 'what others wrote ');
    const { token } = await issueToken(it.server.node.authority, 'worker', Date.now());
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, maxLength: 40 }), damage, async (words, damaged) => {
        const before = vectorOf(await logged(section));
        const copy = new Y.Doc();
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(honest.doc));
        const written = new Promise<Uint8Array>((done) => copy.once('update', done));
        copy.getText('story/').insert(0, words);
        const update = Uint8Array.from(await written);
        for (const { at, byte } of damaged) update[at % update.length] = byte;
        const raw = await RawStock.connect(it.server.url, section, token);
        await raw.sync();
        const had = raw.heard.length;
        raw.say(writeUpdate(update));
        // Dealt with once the next question is answered, or the connection is over.
        raw.say(writeStep1(Uint8Array.of(0)));
        await Promise.race([
          raw.closed(),
          raw.until(() => raw.heard.slice(had).some(([type, step]) => type === 0 && step === 1)),
        ]);
        raw.socket.terminate();
        const after = await logged(section);
        for (const [client, clock] of before) expect(vectorOf(after).get(client)).toBe(clock);
        await honest.until(() => sameVector(honest.doc, vectorOf(after)));
        expect(honest.story.toJSON()).toBe(after.getText('story/').toJSON());
        expect(honest.codes).toEqual([]);
      }),
      { numRuns: numRuns * 4 },
    );
  },
  patience,
);

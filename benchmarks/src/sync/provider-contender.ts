import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { ChildServer } from './child-server.ts';
import type { Contender, Cost } from './contender.ts';
import { TrafficCounter } from './counting-socket.ts';

/** Documents connected to a peer's server. */
interface Connected {
  /** All documents have what the server has. */
  readonly synced: Promise<void>;
  disconnect(): void;
}

/** Connects documents by a peer's own client: `doc-0`, `doc-1` and so on. */
export type Connect = (port: number, docs: readonly Y.Doc[], counter: TrafficCounter) => Connected;

/** A peer that is measured through its own provider: a device holds its documents in memory from sync to sync. */
export async function providerContender(
  name: string,
  program: string,
  states: readonly Uint8Array[],
  connect: Connect,
): Promise<Contender> {
  const server = await ChildServer.start(program);
  const loaded = () =>
    states.map((state) => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, state);
      return doc;
    });

  const session = async (docs: readonly Y.Doc[]): Promise<Cost> => {
    const counter = new TrafficCounter();
    const cpuBefore = await server.cpu();
    const start = performance.now();
    const connected = connect(server.port, docs, counter);
    await connected.synced;
    const ms = performance.now() - start;
    await counter.quiet();
    const { bytes, messages, sockets } = counter.traffic;
    const cpu = (await server.cpu()) - cpuBefore;
    connected.disconnect();
    await pause(100);
    return { bytes, messages, sockets, ms, cpu };
  };

  // Somebody else, who stays: a server without a store forgets a document that nobody holds.
  const elsewhere = loaded();
  const writer = connect(server.port, elsewhere, new TrafficCounter());
  await writer.synced;
  await pause(500);
  let device: readonly Y.Doc[] = [];

  return {
    name,
    async firstSync() {
      device = states.map(() => new Y.Doc());
      return session(device);
    },
    async change(places, change) {
      for (const place of places) {
        const doc = elsewhere[place];
        if (doc !== undefined) change(doc);
      }
      await pause(500);
    },
    async catchUp() {
      return session(device);
    },
    async [Symbol.asyncDispose]() {
      writer.disconnect();
      await server.stop();
    },
  };
}

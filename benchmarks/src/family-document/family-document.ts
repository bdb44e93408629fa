import { gzipSync } from 'node:zlib';
import { interleaved, median } from '../frame/interleaved.ts';
import type { Report, Suite } from '../frame/suite.ts';
import { automerge } from './automerge.ts';
import type { Library } from './library.ts';
import { loro } from './loro.ts';
import { ours } from './ours.ts';
import { rawYjs } from './raw-yjs.ts';
import { familyDocument, operations } from './workload.ts';

const libraries: readonly Library[] = [ours, rawYjs, automerge, loro];
const peers = libraries.slice(1);

/** The same family document in records of ours, raw Yjs, Automerge and Loro. */
export const familyDocuments: Suite = {
  name: 'family-document',
  about: 'one family document, edited and merged by several authors, in records, raw Yjs, Automerge 3 and Loro 1',
  run(report) {
    build(report);
    for (const authors of [2, 6]) mergeOf(authors, report);
    const lived = new Map(libraries.map((library) => [library.name, livedIn(library)]));
    const stateOf = (library: Library): Uint8Array => lived.get(library.name) ?? new Uint8Array();
    open(stateOf, report);
    receive(stateOf, report);
    compare(report, 'document-bytes', 'the document after 500 operations', 'bytes', (one) => stateOf(one).length);
    compare(report, 'document-gzip', 'the same, compressed', 'bytes', (one) => gzipSync(stateOf(one)).length);
    compare(report, 'one-set-bytes', 'one field set: bytes to send', 'bytes', (one) =>
      bytesOfOne(one, stateOf(one), 0),
    );
    compare(report, 'one-letter-bytes', 'one letter typed: bytes to send', 'bytes', (one) =>
      bytesOfOne(one, stateOf(one), 6),
    );
  },
};

/** Tells a figure of ours beside that of each peer. */
function compare(
  report: Report,
  measure: string,
  what: string,
  unit: string,
  figure: (library: Library) => number,
  size?: number,
): void {
  const figures = new Map(libraries.map((library) => [library.name, figure(library)]));
  for (const { name } of peers) {
    report({
      measure,
      ...(size !== undefined && { size }),
      peer: name.toLowerCase().replaceAll(' ', '-'),
      what,
      unit,
      ours: figures.get(ours.name) ?? Number.NaN,
      other: figures.get(name) ?? Number.NaN,
      otherIs: name,
    });
  }
}

function build(report: Report): void {
  const script = operations(500, 1);
  const times = timed(9, (library) => {
    const replica = library.begin(familyDocument, 1);
    for (const operation of script) replica.apply(operation);
    replica.read();
  });
  compare(report, 'build', 'the document made, and 500 operations, each a transaction', 'ms', times);
}

function mergeOf(authors: number, report: Report): void {
  const rounds = 3;
  const start = new Map(libraries.map((library) => [library.name, library.begin(familyDocument, 1).save()]));
  const times = timed(rounds, (library) => {
    const replicas = Array.from({ length: authors }, (_, author) =>
      library.load(start.get(library.name) ?? new Uint8Array(), 2 + author),
    );
    for (const [author, replica] of replicas.entries()) {
      for (const operation of operations(100, author + 2)) replica.apply(operation);
    }
    const changes = replicas.map((replica) => replica.changes());
    for (const [to, replica] of replicas.entries()) {
      replica.merge(changes.filter((_, from) => from !== to).flat());
      replica.read();
    }
  });
  const what = `${authors} authors apart, 100 operations each, then all merged by all and read`;
  compare(report, 'merge', what, 'ms', times, authors);
}

/** Medians of some rounds, in which all libraries take turns. */
function timed(rounds: number, run: (library: Library) => void): (library: Library) => number {
  const times = new Map(libraries.map(({ name }): [string, number[]] => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const library of libraries) {
      const began = performance.now();
      run(library);
      if (round > 0) times.get(library.name)?.push(performance.now() - began);
    }
  }
  return ({ name }) => median(times.get(name) ?? []);
}

function livedIn(library: Library): Uint8Array {
  const replica = library.begin(familyDocument, 1);
  for (const operation of operations(500, 1)) replica.apply(operation);
  return replica.save();
}

function open(stateOf: (library: Library) => Uint8Array, report: Report): void {
  const time = interleaved(
    20,
    3,
    libraries.map((library) => ({ name: library.name, run: () => void library.load(stateOf(library), 9).read() })),
  );
  compare(report, 'read-bytes', 'bytes to all that the document says', 'us', ({ name }) => time(name));
}

function receive(stateOf: (library: Library) => Uint8Array, report: Report): void {
  const rounds = 30;
  const perRound = 10;
  const contestants = libraries.map((library) => {
    const sets = operations(rounds * perRound * 2, 3).filter(({ type }) => type === 'set');
    const elsewhere = library.load(stateOf(library), 5);
    const sent = sets.map((operation) => {
      const before = elsewhere.changes().length;
      elsewhere.apply(operation);
      const all = elsewhere.changes();
      return all.length > before ? all.slice(before) : all;
    });
    const here = library.load(stateOf(library), 6);
    return {
      name: library.name,
      run: (turn: number) => {
        here.merge(sent[turn] ?? []);
        here.read();
      },
    };
  });
  const time = interleaved(rounds, perRound, contestants);
  compare(report, 'receive-set', "another's set received, and the document read", 'us', ({ name }) => time(name));
}

/** Bytes of the operation at a place of the script, done by somebody who has loaded the document. */
function bytesOfOne(library: Library, state: Uint8Array, place: number): number {
  const replica = library.load(state, 8);
  const operation = operations(place + 1, 4)[place];
  if (operation !== undefined) replica.apply(operation);
  return replica.changes().reduce((sum, { length }) => sum + length, 0);
}

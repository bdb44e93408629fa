import { allLaws, HistoryArbitrary, play, sectionSubject, type Law, type PlayEvent } from '@caseweave/merge-laws';
import { collection, defineSection, log, position, progress, register, richText, setOf } from '@caseweave/record';
import fc from 'fast-check';
import { z } from 'zod';
import { playRaw, rawHistory } from './raw-play.ts';

/**
 * What a history costs, oracle and checks included, beside raw Yjs that makes the same edits and deliveries. Run by hand:
 * `node --conditions=@caseweave/source laws.ts`. Ratios matter; milliseconds are this machine's.
 */
const plan = defineSection({
  name: 'plan',
  version: 1,
  oldestWriter: 1,
  fields: {
    familyName: register(z.string().min(1)),
    story: richText(),
    needs: collection({
      title: register(z.string().min(1)),
      level: register(z.number().int(), { standing: 'highest' }),
    }),
    actions: collection({
      what: register(z.string().min(1)),
      owners: setOf(z.string()),
      status: progress(['agreed', 'in_progress', ['done', 'not_done']]),
      place: position(),
    }),
    events: log({ occurredOn: register(z.iso.date()), text: register(z.string()) }),
  },
});

const subject = sectionSubject(plan);
const arbitrary = new HistoryArbitrary(subject.source, {
  replicas: 4,
  steps: 30,
  versions: subject.versions,
  undo: true,
});
const laws = new Set(allLaws);
const histories = fc.sample(arbitrary, { numRuns: 600, seed: 1 });
const scripts = histories.map((history) => {
  const events: PlayEvent[] = [];
  play(subject, history, { laws, causal: true, listen: (event) => void events.push(event) });
  return rawHistory(history, events);
});

// The floor: the same edits and deliveries by records, looked at by nobody.
const { judge: _judge, ...rest } = subject;
const unchecked = { ...rest, kept: () => undefined, view: () => undefined, questions: () => undefined };
const none: ReadonlySet<Law> = new Set();

const cpu = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

const rounds = Array.from({ length: 7 }, () => ({
  raw: cpu(() => scripts.forEach(playRaw)),
  laws: cpu(() => histories.forEach((history) => play(subject, history, { laws, causal: true }))),
  unchecked: cpu(() => histories.forEach((history) => play(unchecked, history, { laws: none, causal: true }))),
  generated: cpu(() => void fc.sample(arbitrary, { numRuns: histories.length, seed: 2 })),
})).slice(1);

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const each = (name: 'raw' | 'laws' | 'unchecked' | 'generated'): number =>
  median(rounds.map((round) => round[name])) / histories.length;
const edits = scripts.reduce((sum, { edits: made }) => sum + made.length, 0) / scripts.length;

console.log(
  `${histories.length} histories, ${edits.toFixed(1)} edits each on average, CPU time, medians of ${rounds.length} rounds`,
);
console.log(`  raw Yjs                     ${each('raw').toFixed(3)} ms a history`);
console.log(
  `  records, unchecked          ${each('unchecked').toFixed(3)} ms, ${(each('unchecked') / each('raw')).toFixed(1)} times raw Yjs`,
);
console.log(`  drawing a history           ${each('generated').toFixed(3)} ms`);
console.log(`  playing and checking it     ${each('laws').toFixed(3)} ms`);
console.log(`  ratio, drawing included     ${((each('laws') + each('generated')) / each('raw')).toFixed(1)}`);

import { allLaws, HistoryArbitrary, type Law, play, type PlayEvent, sectionSubject } from '@caseweave/merge-laws';
import { collection, defineSection, log, position, progress, register, richText, setOf } from '@caseweave/record';
import fc from 'fast-check';
import { z } from 'zod';
import { median } from '../frame/interleaved.ts';
import type { Suite } from '../frame/suite.ts';
import { playRaw, rawHistory } from './raw-play.ts';

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

const count = 400;
const rounds = 5;
const laws: ReadonlySet<Law> = new Set(allLaws);
const none: ReadonlySet<Law> = new Set();

/** What a history of a law campaign costs: drawn, played, and judged by its oracle. */
export const lawCampaign: Suite = {
  name: 'laws',
  about:
    'a random history drawn, played and checked by all ten laws, beside raw Yjs making the same edits and deliveries',
  run(report) {
    const subject = sectionSubject(plan);
    const arbitrary = new HistoryArbitrary(subject.source, {
      replicas: 4,
      steps: 30,
      versions: subject.versions,
      undo: true,
    });
    const histories = fc.sample(arbitrary, { numRuns: count, seed: 1 });
    const scripts = histories.map((history) => {
      const events: PlayEvent[] = [];
      play(subject, history, { laws, causal: true, listen: (event) => void events.push(event) });
      return rawHistory(history, events);
    });
    // By records, and looked at by nobody.
    const { judge: _judge, ...rest } = subject;
    const unchecked = { ...rest, kept: () => undefined, view: () => undefined, questions: () => undefined };
    const timed = Array.from({ length: rounds + 1 }, () => ({
      raw: processorTime(() => scripts.forEach(playRaw)),
      unchecked: processorTime(() =>
        histories.forEach((history) => play(unchecked, history, { laws: none, causal: true })),
      ),
      checked:
        processorTime(() => histories.forEach((history) => play(subject, history, { laws, causal: true }))) +
        processorTime(() => void fc.sample(arbitrary, { numRuns: count, seed: 2 })),
    })).slice(1);
    const each = (name: 'raw' | 'unchecked' | 'checked'): number => median(timed.map((round) => round[name])) / count;
    const edits = scripts.reduce((sum, script) => sum + script.edits.length, 0) / count;
    const common = { measure: 'law-history', unit: 'ms', ours: each('checked') };
    const what = `a history of ${edits.toFixed(0)} edits drawn, played and checked; processor time`;
    report({ ...common, peer: 'yjs', what, other: each('raw'), otherIs: 'raw Yjs', goal: { ratioAtMost: 4 } });
    report({ ...common, peer: 'unchecked', what, other: each('unchecked'), otherIs: 'our records, unchecked' });
  },
};

/** Milliseconds of processor time. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

import { replicaName } from '../history/step.ts';
import type { LawFailure } from '../law-failure.ts';
import { laws } from '../laws.ts';
import type { Subject } from '../subject.ts';
import { eventWords, taleOf } from './tale.ts';

/** A broken law in plain text: what, where, how it came to that, and how to see it again. */
export function failureWords(failure: LawFailure, subject: Subject): string {
  const { breach, history, name, seed, path, run, shrinks } = failure;
  const tale = taleOf(failure, subject);
  const start = tale.events.filter(({ step }) => step < 0);
  const steps = tale.events.filter(({ step }) => step >= 0 && step < history.steps.length);
  const end = tale.events.filter(({ step }) => step >= history.steps.length);
  const lines = (title: string, events: typeof steps): readonly string[] =>
    events.length === 0 ? [] : [title, ...events.map((event, at) => `  ${at + 1}. ${eventWords(event)}`)];
  return [
    `${name} breaks law ${breach.law}, ${laws[breach.law].name}: ${laws[breach.law].says}`,
    '',
    ...lines('From the start:', start),
    ...lines('Then:', steps),
    ...lines('At the end everything reaches everyone:', end),
    '',
    `${whenWords(failure)}: ${breach.says}.`,
    ...(breach.path === undefined ? [] : [`  at        ${breach.path}`]),
    ...('expected' in breach ? [`  expected  ${valueWords(breach.expected)}`] : []),
    ...('found' in breach ? [`  found     ${valueWords(breach.found)}`] : []),
    '',
    `Found in history ${run}, made simpler ${shrinks} times. Replay it with seed ${seed}, path "${path}".`,
  ].join('\n');
}

/** When a failure showed, and on which replica. */
export function whenWords({ breach, history }: LawFailure): string {
  const on = `on ${replicaName(breach.replica)}`;
  if (breach.step < 0) return `At the start, ${on}`;
  return breach.step >= history.steps.length
    ? `When everything has reached everyone, ${on}`
    : `After the last step, ${on}`;
}

/** A value in a line. */
export function valueWords(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 400 ? `${text.slice(0, 397)}...` : text;
}

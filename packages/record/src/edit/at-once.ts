import type { Refusal } from '../outcomes.ts';

/** The change of an edit, made in the draft that it is given, at once. */
export type EditChange<Given, Result> = (given: Given) => Result & AtOnce<NoInfer<Result>>;

/** What a change gives is no promise: of one, the compiler says this sentence. */
type AtOnce<Result> =
  Result extends PromiseLike<unknown>
    ? 'An edit is made at once: await before it, and write what came of it.'
    : unknown;

/** Why a change that gives a promise is refused; undefined for one that was made at once. */
export function promiseFault(result: unknown): Refusal | undefined {
  const isPromise =
    typeof result === 'object' && result !== null && 'then' in result && typeof result.then === 'function';
  if (!isPromise) return undefined;
  // Nobody waits for it, and nobody hears that its draft was over by then: the refusal says it.
  Promise.resolve(result).catch(() => undefined);
  return {
    code: 'asynchronous',
    path: '',
    rule: 'an edit is made at once, and this one gave a promise',
    remedy: 'Await before the edit, and write in it what came of that.',
  };
}

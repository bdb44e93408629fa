import type { ModelFault } from './model-fault.ts';

const word = /^[a-z][a-z0-9-]{0,39}$/;
const mixed = /^[a-z][A-Za-z0-9-]{0,39}$/;
const member = /^[a-z][A-Za-z0-9]{0,39}$/;

/** Something that is wrong: where, what, and what to do. */
export const fault = (path: string, rule: string, remedy: string): ModelFault => ({ path, rule, remedy });

/** Where a condition is not met, a fault. */
export const unless = (isSo: boolean, path: string, rule: string, remedy: string): readonly ModelFault[] =>
  isSo ? [] : [fault(path, rule, remedy)];

/** What names a kind, a unit or a decision. */
export const named = (path: string, name: string): readonly ModelFault[] =>
  unless(word.test(name), path, 'is no name.', 'Use small letters, digits and hyphens, 40 at most.');

/** What names a seat or a condition. */
export const namedWithin = (path: string, name: string): readonly ModelFault[] =>
  unless(mixed.test(name), path, 'is no name.', 'Use letters, digits and hyphens, 40 at most; begin with a small one.');

/** What names a member of a form or of a list. */
export const memberNamed = (path: string, name: string): readonly ModelFault[] =>
  unless(
    member.test(name),
    path,
    'is no name of a member.',
    'Use letters and digits, 40 at most; begin with a small one.',
  );

/** What is told to people. */
export const said = (path: string, words: string): readonly ModelFault[] =>
  unless(words.trim() !== '', path, 'says nothing.', 'Say it in plain words.');

/** A version. */
export const numbered = (path: string, version: number): readonly ModelFault[] =>
  unless(Number.isSafeInteger(version) && version >= 1, path, 'is no version.', 'Count from 1.');

/** Names of which each may stand there once. */
export const twice = (path: string, names: readonly string[]): readonly ModelFault[] =>
  names
    .filter((name, at) => names.indexOf(name) !== at)
    .map((name) => fault(`${path}.${name}`, 'stands there twice.', 'Name one of them otherwise, or leave it out.'));

/** Steps by which older versions are brought up. */
export const steps = (
  path: string,
  version: number,
  upgrade: Readonly<Record<number, unknown>> | undefined,
): readonly ModelFault[] =>
  Object.keys(upgrade ?? {})
    .filter((from) => !(Number.isSafeInteger(Number(from)) && Number(from) >= 1 && Number(from) < version))
    .map((from) => fault(`${path}.${from}`, 'leads from no earlier version.', 'Name the version that it brings up.'));

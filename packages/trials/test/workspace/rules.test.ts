import { expect, test } from 'vitest';
import { filesIn, textOf } from '../../src/workspace/repository.ts';

// A package whose promises are of several kinds has a SPEC for each: `SPEC.md`, `SPEC-graphql.md`.
const specs = filesIn('packages').filter((path) => /^packages\/[^/]+\/SPEC(?:-[a-z]+)*\.md$/.test(path));
const packageOf = (path: string): string => path.split('/').slice(0, 2).join('/');
const specified = new Set(specs.map(packageOf));

/** The rules that the SPECs of a package make: `**R7** …`. */
const rulesOf = (folder: string): readonly string[] =>
  [
    ...specs
      .filter((path) => packageOf(path) === folder)
      .map(textOf)
      .join('\n')
      .matchAll(/\*\*([A-Z]{1,3}\d+)\*\*/g),
  ].map(([, rule]) => rule ?? '');

/** The rules that the titles of a package's tests and of its contract suites cite: `test('[R7] …')`, `'[R7, R8] …'`. */
const citedIn = (folder: string): ReadonlySet<string> => {
  const files = filesIn(folder).filter((path) =>
    /\.test\.tsx?$|\/(contract|test)\/.*\.tsx?$|\/contract\.ts$/.test(path),
  );
  const citations = files.flatMap((path) => [
    ...textOf(path).matchAll(/['"`]((?:\[[A-Z]{1,3}\d+(?:, ?[A-Z]{1,3}\d+)*\] ?)+)/g),
  ]);
  return new Set(citations.flatMap(([, cited]) => cited?.match(/[A-Z]{1,3}\d+/g) ?? []));
};

test.for([...specified])('%s: each rule has one number, a test that cites it, and no test cites another', (folder) => {
  const rules = rulesOf(folder);
  const cited = citedIn(folder);

  expect(rules.length).toBeGreaterThan(0);
  expect({
    twice: rules.filter((rule, at) => rules.indexOf(rule) !== at),
    untested: rules.filter((rule) => !cited.has(rule)),
    unknown: [...cited].filter((rule) => !rules.includes(rule)).toSorted(),
  }).toEqual({ twice: [], untested: [], unknown: [] });
});

test('a package without a SPEC cites no rules', () => {
  const packages = new Set(filesIn('packages').map(packageOf));
  const unspecified = [...packages].filter((folder) => !specified.has(folder) && folder !== 'packages/trials');

  expect(unspecified.filter((folder) => citedIn(folder).size > 0)).toEqual([]);
});

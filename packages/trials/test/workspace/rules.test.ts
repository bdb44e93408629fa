import { expect, test } from 'vitest';
import { filesIn, textOf } from '../../src/workspace/repository.ts';

const specs = filesIn('packages').filter((path) => /^packages\/[^/]+\/SPEC\.md$/.test(path));

/** The rules that a SPEC makes: `**R7** …`. */
const rulesOf = (spec: string): readonly string[] =>
  [...textOf(spec).matchAll(/\*\*([A-Z]{1,3}\d+)\*\*/g)].map(([, rule]) => rule ?? '');

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

test.for(specs)('%s: each rule has one number, a test that cites it, and no test cites another', (spec) => {
  const rules = rulesOf(spec);
  const cited = citedIn(spec.replace('/SPEC.md', ''));

  expect(rules.length).toBeGreaterThan(0);
  expect({
    twice: rules.filter((rule, at) => rules.indexOf(rule) !== at),
    untested: rules.filter((rule) => !cited.has(rule)),
    unknown: [...cited].filter((rule) => !rules.includes(rule)).toSorted(),
  }).toEqual({ twice: [], untested: [], unknown: [] });
});

test('a package without a SPEC cites no rules', () => {
  const packages = new Set(filesIn('packages').map((path) => path.split('/').slice(0, 2).join('/')));
  const unspecified = [...packages].filter(
    (folder) => !specs.includes(`${folder}/SPEC.md`) && folder !== 'packages/trials',
  );

  expect(unspecified.filter((folder) => citedIn(folder).size > 0)).toEqual([]);
});

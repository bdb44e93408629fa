import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, textOf, workspaceMembers } from '../../src/workspace/repository.ts';

/** What each package may name in its manifest, in any kind of dependency. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  record: [],
  protocol: [],
  model: ['record'],
  graphql: ['record', 'model'],
  family: ['record', 'model'],
  caseload: ['record', 'protocol'],
  browser: ['caseload'],
  react: ['caseload', 'model', 'record'],
  'merge-laws': ['record', 'protocol', 'caseload'],
  'embedded-postgres': [],
  testing: ['record', 'protocol', 'embedded-postgres'],
  server: ['record', 'model', 'graphql', 'family', 'protocol', 'embedded-postgres', 'testing'],
  'early-help-server': ['record', 'model', 'graphql', 'family', 'protocol', 'server', 'embedded-postgres', 'testing'],
};

const short = (name: string): string => name.replace('@caseweave/', '');
const members = workspaceMembers();
const isLibrary = ({ name }: { name: string }): boolean => short(name) in mayImport;

test('every package of the library has its arrows written down', () => {
  const packages = members.filter(({ folder }) => folder.startsWith('packages/') && folder !== 'packages/trials');

  expect(packages.length).toBeGreaterThan(0);
  expect(packages.filter((member) => !isLibrary(member))).toEqual([]);
});

test('a package depends only on those that the architecture lets it, for its tests too', () => {
  const wrong = members.filter(isLibrary).flatMap(({ name, members: named }) => {
    const allowed = mayImport[short(name)] ?? [];
    return named.map(short).flatMap((other) => (allowed.includes(other) ? [] : [`${short(name)} -> ${other}`]));
  });

  expect(wrong).toEqual([]);
});

test('the server is given a database: only its command and its tests know the embedded one', () => {
  const knowing = filesIn('packages/server/src').filter((path) =>
    textOf(path).includes('@caseweave/embedded-postgres'),
  );

  expect(knowing.length).toBeGreaterThan(0);
  expect(knowing.filter((path) => !path.startsWith('packages/server/src/command/'))).toEqual([]);
});

test('trials, examples, benchmarks and docs are at the end: nothing depends on them', () => {
  const wrong = members.flatMap(({ name, members: named }) =>
    named.filter((other) => !(short(other) in mayImport)).map((other) => `${name} -> ${other}`),
  );

  expect(wrong).toEqual([]);
});

test('no file reaches into another member by its path', () => {
  const wrong = members.filter(isLibrary).flatMap(({ folder }) =>
    filesIn(folder)
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) => {
        const targets = [...textOf(path).matchAll(/(?:from|import) ?\(?'(\.[^']+)'/g)].map(
          ([, target]) => target ?? '',
        );
        return targets
          .filter((target) => !join(path, '..', target).startsWith(`${folder}/`))
          .map((target) => `${path} -> ${target}`);
      }),
  );

  expect(wrong).toEqual([]);
});

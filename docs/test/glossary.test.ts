import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exportedNames } from '../../packages/trials/src/workspace/exported-names.ts';
import { glossary, wordsOfSpec } from '../src/glossary.ts';
import { root, textOf } from '../src/repository.ts';

const rows = glossary();

/** The packages whose SPEC defines words that everybody is to use in the same sense. */
const packages = ['record', 'protocol', 'caseload', 'merge-laws', 'model'];

const specOf = (name: string): string => textOf(`packages/${name}/SPEC.md`);

test('the glossary has each term once, in order', () => {
  const terms = rows.map(({ term }) => term);

  expect(terms.length).toBeGreaterThan(50);
  expect(terms).toEqual([...new Set(terms)].toSorted((a, b) => a.localeCompare(b, 'en', { ignorePunctuation: true })));
});

test('what the glossary says that a package exports, it exports; members too', () => {
  const exported = new Map(packages.concat('react').map((name) => [name, exportedNames(`packages/${name}`)]));
  const missing = rows.flatMap(({ term, places }) =>
    places.flatMap((place) => {
      if (place.type === 'spec') return [];
      return place.names.flatMap((name) => {
        const [owner = '', member] = name.split('.');
        const [path] = exported.get(place.package)?.get(owner)?.split('#') ?? [];
        const isThere =
          path !== undefined && (member === undefined || new RegExp(`\\b${member}[(?:]`).test(textOf(path)));
        return isThere ? [] : [`${term}: ${place.package} has no ${name}`];
      });
    }),
  );

  expect(missing).toEqual([]);
});

test('what the glossary says that a SPEC defines, it defines', () => {
  const missing = rows.flatMap(({ term, places }) =>
    places.flatMap((place) =>
      place.type === 'spec' && !wordsOfSpec(specOf(place.package)).some((word) => isTerm(word, term))
        ? [`${term}: not in ${place.package}`]
        : [],
    ),
  );

  expect(missing).toEqual([]);
});

test.for(packages)('every word that the SPEC of %s defines is in the glossary', (name) => {
  expect(existsSync(`${root}packages/${name}/SPEC.md`)).toBe(true);
  const text = textOf('docs/glossary.md');
  const unknown = wordsOfSpec(specOf(name)).filter(
    (word) => !rows.some(({ term }) => isTerm(word, term)) && !text.includes(`**${word}**`),
  );

  expect(unknown).toEqual([]);
});

const isTerm = (word: string, term: string): boolean => word.toLowerCase() === term.toLowerCase();

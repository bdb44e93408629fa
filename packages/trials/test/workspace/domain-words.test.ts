import { expect, test } from 'vitest';
import { filesIn, textOf } from '../../src/workspace/repository.ts';

/** The packages that serve any domain, and so know the words of none. */
const generic = ['record', 'model', 'server', 'graphql', 'protocol', 'caseload', 'browser', 'react', 'merge-laws'];

/** Words of the domain that the project's own model is about. */
const words =
  /(?<!font-)\bfamil(?:y|ies)\b|\bhouseholds?\b|\bpractitioners?\b|\bhubs?\b|\bagenc(?:y|ies)\b|\bchild\b|\bcouncils?\b|plan\.shared|(?<!-)\bperson\.[a-z]|'person'/gi;

const isText = (path: string): boolean => /\/src\/.*\.(?:tsx?|css)$|\/SPEC(?:-[a-z]+)*\.md$|\/README\.md$/.test(path);

test.for(generic)(
  'packages/%s knows no domain: neither its sources, its rules nor its README have words of one',
  (name) => {
    const files = filesIn(`packages/${name}`).filter(isText);
    const found = files.flatMap((path) =>
      textOf(path)
        .split('\n')
        .flatMap((line, at) => Array.from(line.matchAll(words), ([word]) => `${path}:${at + 1} ${word}`)),
    );

    expect(files.length).toBeGreaterThan(3);
    expect(found).toEqual([]);
  },
);

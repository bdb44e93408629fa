import { readdirSync } from 'node:fs';
import { root, textOf } from '../src/repository.ts';

/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** The file that it is shown from, named from the root in a comment above it. */
  readonly from: string | undefined;
}

/** Pages that a test of their own checks. */
const checkedElsewhere = ['docs/guide/prove-your-merges.md'];

/** The pages on how to add things; a test does what they show. */
export const howToPages = (): readonly string[] => allPages().filter((page) => page.startsWith('docs/contributing/'));

/** All pages, named from the root. */
export const allPages = (): readonly string[] =>
  ['docs', 'docs/guide', 'docs/contributing', 'docs/reference'].flatMap((folder) =>
    readdirSync(`${root}${folder}`)
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  );

/** The pages whose blocks are checked here. */
export const ownPages = (): readonly string[] =>
  allPages().filter((page) => !checkedElsewhere.includes(page) && !page.startsWith('docs/contributing/'));

const fenced = /(?:<!-- from (?<from>\S+) -->\n)?^```(?<language>\w*)\n(?<text>[\s\S]*?)^```$/gm;

/** The fenced blocks of a page. */
export const blocksOf = (page: string): readonly Block[] =>
  Array.from(textOf(page).matchAll(fenced), ({ groups = {} }) => ({
    language: groups['language'] ?? '',
    text: groups['text'] ?? '',
    from: groups['from'],
  }));

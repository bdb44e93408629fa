import { textOf } from './repository.ts';

/** Where a term of the glossary is: among what a package exports, or defined in its SPEC. */
type TermPlace =
  | { readonly type: 'exports'; readonly package: string; readonly names: readonly string[] }
  | { readonly type: 'spec'; readonly package: string };

/** A row of the glossary. */
export interface Term {
  readonly term: string;
  readonly places: readonly TermPlace[];
}

/** The rows of the glossary, in their order. */
export function glossary(): readonly Term[] {
  const rows = textOf('docs/glossary.md').matchAll(/^\| ([^|]+) \|[^|]+\|[^|]*\| ([^|]+) \|$/gm);
  return Array.from(rows, ([, term = '', places = '']) => ({ term, places: places.split('; ').map(placeOf) })).filter(
    ({ term }) => term !== 'Term',
  );
}

function placeOf(text: string): TermPlace {
  const [name = '', names] = text.split(/: | SPEC/);
  if (text.endsWith(' SPEC')) return { type: 'spec', package: name };
  return {
    type: 'exports',
    package: name,
    names: Array.from((names ?? '').matchAll(/`([^`]+)`/g), ([, one = '']) => one),
  };
}

/** The words that a SPEC defines: in bold in a list, in a table, or in italics in a sentence that begins with "Words". */
export function wordsOfSpec(text: string): readonly string[] {
  const section = /^## (?:Words|Vocabulary)\n(?<words>[\s\S]*?)(?=^## )/m.exec(text)?.groups?.['words'] ?? '';
  const sentence = /^Words: (?<words>[\s\S]*?)\n\n/m.exec(text)?.groups?.['words'] ?? '';
  return [
    ...Array.from(section.matchAll(/\*\*([^*]+)\*\*/g), ([, word = '']) => word),
    ...Array.from(section.matchAll(/^\| ([^|]+) \|/gm), ([, words = '']) => words.split(', ')).flat(),
    ...Array.from(sentence.matchAll(/\*([^*]+)\*/g), ([, word = '']) => word),
  ].filter((word) => word !== 'word' && !word.startsWith('--'));
}

/** Takes a search or a name apart into plain lower-case words, so that "Zoë" is found by "zoe". */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Tells whether each word that was looked for begins a word of the names. */
export function matches(searched: readonly string[], names: readonly string[]): boolean {
  const words = names.flatMap(wordsOf);
  return searched.every((start) => words.some((word) => word.startsWith(start)));
}

/** Takes a title, a label or a name apart into plain words: `Desired outcome`, `job.plan` and `dueOn` have two. */
function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
}

/** With a capital at its beginning. */
export const raised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The name of a type: `Desired outcome` is `DesiredOutcome`. */
export const typeName = (text: string): string => wordsOf(text).map(raised).join('');

/** The name of a field: `Desired outcome` is `desiredOutcome`, `give-to-firm` is `giveToFirm`. */
export const fieldName = (text: string): string => {
  const name = typeName(text);
  return name.charAt(0).toLowerCase() + name.slice(1);
};

/** The name of a value of an enumeration, of a declared name: `nextReviewOn` is `NEXT_REVIEW_ON`. */
export const valueName = (text: string): string => wordsOf(text).join('_').toUpperCase();

/** The same of a code, which is no words: `no-such-firm` is `NO_SUCH_FIRM`, `1A` stays as it is. */
export const codeName = (code: string): string => code.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');

/** A title within a sentence: `Desired outcome` is "desired outcome", `GP practice` stays as it is. */
export const inSentence = (title: string): string =>
  /^[A-Z](?![A-Z])/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

/** The same with its article: "a need", "an action". */
export const one = (title: string): string => `${/^[aeiou]/i.test(title) ? 'an' : 'a'} ${inSentence(title)}`;

/** The name of a declared field in the API: a part of it that another declared has its namespace before it. */
export const fieldOf = (name: string): string => name.replaceAll(/[^A-Za-z0-9_]/g, '_');

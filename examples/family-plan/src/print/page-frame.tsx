interface PageFrameProps {
  readonly family: string;
  readonly today: string;
  /** Whom the family tells what is not right. */
  readonly contact: string | null;
}

/** What stands at the top and the foot of every printed page. */
export function PageFrame({ family, today, contact }: PageFrameProps) {
  const foot = contact === null ? '' : `Questions? Ask ${contact}.`;
  return (
    <style>{`@page {
      size: A4;
      margin: 22mm 18mm 20mm;
      @top-left { content: ${quoted(`${family}: our plan`)}; }
      @top-right { content: ${quoted(today)}; }
      @bottom-left { content: ${quoted(foot)}; }
      @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages); }
    }`}</style>
  );
}

/** Words as a string of a style sheet: whatever is in a name, it stays words. */
const quoted = (words: string): string =>
  `"${Array.from(words, (letter) => (/[\p{L}\p{N} .,:?]/u.test(letter) ? letter : `\\${letter.codePointAt(0)?.toString(16) ?? ''} `)).join('')}"`;

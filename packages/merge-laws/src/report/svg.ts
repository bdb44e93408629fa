/** Text as it may stand in XML. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** An element of XML. */
export function element(name: string, attributes: { readonly [name: string]: string | number }, content = ''): string {
  const given = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${escaped(String(value))}"`);
  return content === '' ? `<${name}${given.join('')}/>` : `<${name}${given.join('')}>${content}</${name}>`;
}

/** Cuts a text into lines of about so many characters, and into at most so many lines. */
export function lines(text: string, width: number, most: number): readonly string[] {
  const made: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => pieces(each, width))) {
    if (line !== '' && line.length + 1 + word.length > width) {
      made.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') made.push(line);
  if (made.length <= most) return made;
  return [...made.slice(0, most - 1), `${made[most - 1]?.slice(0, width - 1)}…`];
}

function pieces(word: string, width: number): readonly string[] {
  const cut: string[] = [];
  for (let from = 0; from < word.length; from += width) cut.push(word.slice(from, from + width));
  return cut;
}

/** Lines of text, the first at this place. */
export function textBlock(
  given: readonly string[],
  {
    x,
    y,
    anchor,
    type,
  }: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle'; readonly type: string },
): string {
  const spans = given.map((line, nth) => element('tspan', { x, dy: nth === 0 ? 0 : 15 }, escaped(line)));
  return element('text', { x, y, 'text-anchor': anchor, class: type }, spans.join(''));
}

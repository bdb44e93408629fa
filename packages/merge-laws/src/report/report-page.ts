import type { LawFailure } from '../law-failure.ts';
import { laws } from '../laws.ts';
import type { Subject } from '../subject.ts';
import { valueWords, whenWords } from './failure-words.ts';
import { picture } from './picture.ts';
import { reportStyle } from './report-style.ts';
import { escaped } from './svg.ts';
import { eventWords, taleOf } from './tale.ts';

/**
 * A broken law as a page that needs nothing else: the picture, the same in words, and how to see it again.
 *
 * @param test - the source of a test that plays the history
 */
export function reportPage(failure: LawFailure, subject: Subject, test: string): string {
  const { breach, name, seed, path, run, shrinks } = failure;
  const tale = taleOf(failure, subject);
  const title = `${name} breaks law ${breach.law}: ${laws[breach.law].name}`;
  const values = [
    ...('expected' in breach ? [['Expected', valueWords(breach.expected)]] : []),
    ...('found' in breach ? [['Found', valueWords(breach.found)]] : []),
    ...(breach.path === undefined ? [] : [['At', breach.path]]),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
<p class="kicker">Merge laws</p>
<h1>${escaped(title)}</h1>
<p class="law">${escaped(laws[breach.law].says)}</p>
<div class="scroll" tabindex="0" role="region" aria-label="The history as a picture">
${picture(failure, tale)}
</div>
<p class="key">A numbered dot is an edit, an arrow its arrival somewhere else. A dashed arrow is a second arrival. The ring is
where the law broke.</p>
<h2>In words</h2>
<ol>
${tale.events.map((event) => `<li>${escaped(eventWords(event))}</li>`).join('\n')}
</ol>
<p class="breach">${escaped(`${whenWords(failure)}: ${breach.says}.`)}</p>
<dl>
${values.map(([term = '', value = '']) => `<dt>${escaped(term)}</dt><dd><code>${escaped(value)}</code></dd>`).join('\n')}
</dl>
<h2>To see it again</h2>
<p>Found in history ${run}, made simpler ${shrinks} times. Seed <code>${seed}</code>, path <code>${escaped(path)}</code>. As a test:</p>
<pre tabindex="0"><code>${escaped(test)}</code></pre>
</main>
</body>
</html>
`;
}

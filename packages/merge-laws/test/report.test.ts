import { failureWords, findBreach, play, reportPage, sectionSubject, testSource } from '@caseweave/merge-laws';
import { expect, test } from 'vitest';
import { plan } from './fixtures.ts';
import { faults } from './planted/faults.ts';

/** A failure of each planted mistake, and what was checked. */
const failures = faults.map(({ name, breaks, options = {}, causal = true }) => {
  const subject = sectionSubject(plan, options);
  const checked = findBreach(subject, { runs: 1_000, seed: 12, laws: [breaks], causal });
  if (checked.type !== 'broken') throw new Error(`${name} was not found`);
  const { failure } = checked;
  return { name, failure, subject };
});

const page = ({ failure, subject }: (typeof failures)[number]): string =>
  reportPage(
    failure,
    subject,
    testSource(failure, { module: './plan.ts', export: 'plan', isSchema: true, runner: 'vitest' }),
  );

test.each(failures)('[L60] the page of $name is whole, and needs nothing but itself', (one) => {
  const html = page(one);

  expect(html).not.toMatch(/<script|<link|src=|url\((?!#arrow-head)|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  expect(html).toContain('prefers-color-scheme: dark');
  expect(html).toMatch(/<svg[^>]* role="img" aria-labelledby="picture-title picture-description"/);
  expect(html).not.toMatch(/NaN|undefined"|\[object/);
});

test.each(failures)('[L61] [L62] the picture of $name has what its story has', ({ failure, subject, ...one }) => {
  const html = page({ failure, subject, ...one });
  const story = failureWords(failure, subject);
  const edits = new Set(story.match(/\(#\d+\)/g));

  expect(html.match(/class="edit replica-\d"/g) ?? []).toHaveLength(edits.size);
  expect(html.match(/class="breach-ring"/g)).toHaveLength(1);
  expect(html.match(/class="lane"/g)).toHaveLength(failure.history.replicas);
  for (const sentence of story.split('\n').flatMap((line) => /^ {2}\d+\. (.*)$/.exec(line)?.[1] ?? []))
    expect(html).toContain(`<li>${sentence.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}</li>`);
});

test('[L26] no step of a failing history can be left out', () => {
  for (const { failure, subject } of failures) {
    const { history, causal, breach } = failure;
    const shorter = history.steps.map((_, at) => ({ ...history, steps: history.steps.toSpliced(at, 1) }));

    const broken = shorter.filter(
      (less) => play(subject, less, { laws: new Set([breach.law]), causal }).breach !== undefined,
    );
    expect(broken).toEqual([]);
  }
});

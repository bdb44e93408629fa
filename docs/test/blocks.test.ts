import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root, textOf } from '../src/repository.ts';
import { allPages, blocksOf, howToPages, ownPages } from './shown.ts';

const generated = /^<!-- Written by /;
const pages = ownPages().filter((page) => !generated.test(textOf(page)));

test.for(pages)('%s shows code as it stands in the file that it names', (page) => {
  const code = blocksOf(page).filter(({ language }) => ['ts', 'tsx', 'graphql', 'json'].includes(language));
  const strange = code.filter(({ from, text }) => from === undefined || !textOf(from).includes(text));

  expect(strange).toEqual([]);
});

test('the page on embedding goes through the example line by line', () => {
  const shown = blocksOf('docs/guide/embed-in-react.md').flatMap(({ text }) => text.split('\n'));
  const lines = textOf('examples/embed/src/main.tsx').split('\n');

  expect(lines.length).toBeGreaterThan(40);
  expect(lines.filter((line) => !shown.includes(line))).toEqual([]);
});

/** Programs of the guide, with what they print. */
const printed = [
  'docs/snippets/declare/meet.ts',
  'docs/snippets/declare/compare.ts',
  'examples/two-replicas/src/main.ts',
];

test('what pages say that programs print is what they print', () => {
  const said = printed
    .map((path) =>
      spawnSync(process.execPath, ['--conditions=@caseweave/source', `${root}${path}`], { encoding: 'utf8' }),
    )
    .map(({ stdout }) => stdout)
    .join('\n');
  const shown = pages
    .filter((page) => /declare-a-record|getting-started/.test(page))
    .flatMap(blocksOf)
    .filter(
      ({ language, text }) => language === 'text' && !text.startsWith('Caseweave serves') && !/gets on with/.test(text),
    );

  expect(shown.length).toBeGreaterThan(3);
  expect(shown.filter(({ text }) => !said.includes(text))).toEqual([]);
}, 60_000);

/** The address that GitHub gives a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

test.for([...allPages(), 'README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'])('%s links to what is there', (page) => {
  const prose = textOf(page).replaceAll(/^```[\s\S]*?^```$/gm, '');
  const links = Array.from(prose.matchAll(/\]\((?!https?:|#)([^)]+)\)/g), ([, target]) => target ?? '');
  const broken = links.filter((link) => {
    const [path = '', anchor] = link.split('#');
    const target = new URL(path, `file:///${page}`).pathname.slice(1);
    if (!existsSync(`${root}${target}`)) return true;
    if (anchor === undefined) return false;
    return !Array.from(textOf(target).matchAll(/^#+ (.+)$/gm), ([, heading]) => anchorOf(heading ?? '')).includes(
      anchor,
    );
  });

  expect(broken).toEqual([]);
});

const [comment, scripts] = [/^#/, Object.keys((JSON.parse(textOf('package.json')) as { scripts: object }).scripts)];

test('the commands that pages show are there', () => {
  const lines = [...pages, ...howToPages()]
    .flatMap(blocksOf)
    .filter(({ language }) => language === 'bash')
    .flatMap(({ text }) => text.trim().split('\n'));
  const unknown = lines.filter((line) => !comment.test(line) && !isCommand(line));

  expect(lines.length).toBeGreaterThan(8);
  expect(unknown).toEqual([]);
});

function isCommand(line: string): boolean {
  const [, script] = /^npm (?:run )?([a-z-]+)/.exec(line) ?? [];
  if (script !== undefined) return scripts.includes(script);
  const [, member, task] = /^npx pnpm@12\.21\.0 --filter @caseweave\/example-([a-z-]+) ([a-z]+)$/.exec(line) ?? [];
  if (member !== undefined && task !== undefined)
    return textOf(`examples/${member}/package.json`).includes(`"${task}":`);
  const [, program] = /^node_modules\/node\/bin\/node --conditions=@caseweave\/source (\S+)/.exec(line) ?? [];
  if (program !== undefined) return existsSync(`${root}${program}`);
  if (line === 'npx pnpm@12.21.0 install --no-frozen-lockfile') return true;
  // Settings, the server's and the checker's own commands, and the requests of the demonstration have tests of their own.
  return /^(?:export CASEWEAVE_|caseweave-early-help |caseweave-laws schema |TOKEN=\$\(curl |curl )/.test(line);
}

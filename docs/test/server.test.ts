import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '@caseweave/merge-laws/command';
import { expect, test } from 'vitest';
import { commands } from '@caseweave/early-help-server';
import { readIssuerSettings, readSettings } from '@caseweave/server/command';
import { LIMITS } from '../../packages/graphql/src/limits/limits.ts';
import { RunningServer } from '../../packages/trials/src/whole/running-server.ts';
import { root, textOf } from '../src/repository.ts';
import { blocksOf } from './shown.ts';

const runPage = 'docs/guide/run-the-server.md';
const queryPage = 'docs/guide/query-it.md';
const declarePage = 'docs/guide/declare-a-record.md';

/** The rows of all tables of a page, as cells. */
const rowsOf = (page: string): readonly (readonly string[])[] =>
  textOf(page)
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('|--'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

const settings = new Map(
  rowsOf(runPage).flatMap(([name = '', , otherwise = '']) => {
    const variable = /^`([A-Z_]+)`$/.exec(name)?.[1];
    return variable === undefined ? [] : [[variable, otherwise.replaceAll('`', '')] as const];
  }),
);

test('the table of settings has those that the server reads, and no others', () => {
  const sources = ['settings', 'graphql-settings', 'issuer-settings'].map((name) =>
    textOf(`packages/server/src/command/${name}.ts`),
  );
  const taken = sources.flatMap((text) =>
    Array.from(text.matchAll(/const \{ ([^}]+) \} = env/g), ([, names]) => names ?? ''),
  );
  const plain = taken.flatMap((names) => names.split(', ')).filter((name) => name !== 'NODE_ENV');
  const listed = /const names: readonly string\[\] = \[([^\]]+)\]/.exec(sources[2] ?? '')?.[1] ?? '';
  const issuer = Array.from(listed.matchAll(/'([A-Z_]+)'/g), ([, name]) => `CASEWEAVE_OIDC_${name}`);
  const programs = [
    'packages/server/src/command/settings.ts',
    'packages/server/src/command/main.ts',
    'packages/early-help-server/src/command/commands.ts',
  ];
  const more = programs.flatMap((file) =>
    Array.from(textOf(file).matchAll(/env\['(CASEWEAVE_\w+)'\]/g), ([, name = '']) => name),
  );

  expect(new Set(settings.keys())).toEqual(new Set([...plain, ...issuer, ...more]));
});

test('what the table says of settings that are left out is so', () => {
  const { port, host, graphql, databaseUrl, origins } = readSettings({});
  expect(settings.get('PORT')).toBe(String(port));
  expect(settings.get('HOST')).toBe(host);
  expect({ databaseUrl, origins }).toEqual({ databaseUrl: undefined, origins: [] });
  expect(graphql.production).toBe(false);
  expect(readSettings({ NODE_ENV: 'production' }).graphql.production).toBe(true);
  const issuer = readIssuerSettings({
    CASEWEAVE_OIDC_ISSUER: 'https://login.example.org/',
    CASEWEAVE_OIDC_AUDIENCE: 'plans',
    CASEWEAVE_OIDC_CLIENT_ID: 'family-plan',
  });
  expect(settings.get('CASEWEAVE_OIDC_CLOCK_SKEW')).toBe(String(issuer?.clockSkew));
  expect(settings.get('CASEWEAVE_OIDC_COOL_DOWN')).toBe(String(issuer?.coolDown));
  expect(settings.get('CASEWEAVE_OIDC_SUBJECT_CLAIM')).toBe(issuer?.subjectClaim);
  expect(settings.get('CASEWEAVE_OIDC_SCOPE')).toBe(issuer?.page?.scope);
});

test('the settings and commands that the page shows are taken as they stand', () => {
  const lines = blocksOf(runPage)
    .filter(({ language }) => language === 'bash')
    .flatMap(({ text }) => text.trim().split('\n'));
  const env = Object.fromEntries(
    lines
      .filter((line) => line.startsWith('export '))
      .flatMap((line) => Array.from(line.matchAll(/(CASEWEAVE_\w+)=(?:'([^']*)'|(\S+))/g)))
      .map(([, name = '', quoted, plain]) => [name, quoted ?? plain]),
  );
  const asked = lines
    .filter((line) => line.startsWith('caseweave-early-help '))
    .map((line) => line.split(' ').slice(1));

  expect(asked.map(([name]) => name)).toEqual(['start', 'import', 'reset', 'import', 'start']);
  for (const [name = '', ...args] of asked) {
    const { options = [], operand } = commands[name as keyof typeof commands];
    const isKnown =
      operand === undefined ? options.includes(args[0]?.slice(2) ?? '') || args.length === 0 : args.length === 1;
    expect(isKnown).toBe(true);
  }
  expect(readSettings(env).issuer?.audience).toBe('plans');
});

test('the limits of GraphQL are those of the page', () => {
  const said = rowsOf(queryPage).flatMap(([what = '', value = '']) => {
    const number = /^[\d,]+/.exec(value)?.[0];
    return number === undefined ? [] : [[what, Number(number.replaceAll(',', ''))] as const];
  });

  expect(Object.fromEntries(said)).toEqual({
    "a request's body": LIMITS.bodyBytes,
    "an operation's tokens": LIMITS.tokens,
    'its depth': LIMITS.depth,
    'its fields': LIMITS.breadth,
    'its cost, page sizes filled in': LIMITS.complexity,
    'a page': LIMITS.page,
    'waiting for a version': LIMITS.atLeastWait,
    'what one principal follows at a node': LIMITS.following,
    'an idempotency key': LIMITS.key,
  });
});

test('importing the example says what the page says', async () => {
  const server = await RunningServer.with({ CASEWEAVE_DEMO: '0' });
  try {
    const { code, said } = await server.command('import', `${root}packages/early-help-server/directory.example.json`);
    const [shown] = blocksOf(runPage).filter(({ language }) => language === 'text');

    expect(code).toBe(0);
    expect(said).toContain(shown?.text);
  } finally {
    await server.stop();
  }
}, 60_000);

test('a schema is kept and compared as the page says', async () => {
  const said: string[] = [];
  const released = join(tmpdir(), `caseweave-docs-${process.pid}`);
  const folder = `${root}docs/snippets/declare`;
  const surroundings = {
    write: (text: string) => void said.push(text),
    folder,
    isTerminal: false,
    now: () => 0,
    onStop: () => () => undefined,
    randomSeed: () => 1,
  };
  const [commands] = blocksOf(declarePage).filter(({ language }) => language === 'bash');
  const asked = (commands?.text ?? '')
    .trim()
    .split('\n')
    .map((line) => line.replace('caseweave-laws ', '').split(' '));
  try {
    for (const args of asked) {
      expect(
        await run(
          args.map((arg) => (arg === 'releases' ? released : arg)),
          surroundings,
        ),
      ).toBe(0);
    }
    const shown = blocksOf(declarePage).find(({ text }) => text.includes('gets on with'));

    expect(shown?.text).toBeTruthy();
    expect(said.join('')).toContain(shown?.text);
  } finally {
    await rm(released, { recursive: true, force: true });
  }
});

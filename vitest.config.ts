import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromiumFlags } from './packages/trials/src/chromium/launch-chromium.ts';
import { readyChromium } from './packages/trials/src/chromium/unpacked-chromium.ts';

// Unpacked here, before any worker starts.
const chromium = await readyChromium();

const inNode = [
  'record',
  'model',
  'graphql',
  'family',
  'protocol',
  'caseload',
  'merge-laws',
  'embedded-postgres',
  'trials',
];
const inChromium = ['browser', 'react'];
const examples = ['family-plan', 'own-schema', 'repairs', 'two-replicas', 'embed', 'y-websocket'];

const include = ['test/**/*.test.{ts,tsx}'];
// Handed on by name, since a page does not see the environment.
const env = Object.fromEntries(
  ['CASEWEAVE_RUNS', 'CASEWEAVE_SEED', 'CASEWEAVE_TEST_MODEL'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);
// Real browsers and databases on a small, busy machine: a test that hangs is told apart from one that waits its turn.
const timeouts = { testTimeout: 30_000, hookTimeout: 30_000 };
const setupFiles = [new URL('./scripts/property-runs.ts', import.meta.url).pathname];

/** A project whose tests run in Node.js, straight from the sources. */
const nodeProject = (name: string, root: string) => ({
  // Nothing more belongs in this list: adding `import`, `node` or `default` breaks packages such as pg.
  ssr: { resolve: { conditions: ['@caseweave/source'] } },
  // One copy of graphql: its dependents load this file, where Vite would find its other build and make a second.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: { name, root, include, setupFiles, env, ...timeouts },
});

const clusterSetup = (type: 'embedded' | 'url'): string =>
  new URL(`./packages/testing/src/postgres/${type}-setup.ts`, import.meta.url).pathname;

/**
 * A server's tests, on the embedded store and once more on a PostgreSQL by its URL: one that stands for somebody
 * else's, or the one that CASEWEAVE_TEST_DATABASE_URL names. What asks no database runs on the first alone, and properties
 * are tried at length on the first. Suites that run over any model have the small one there, and early help by the URL.
 */
const serverProjects = (name: string, root: string, withoutDatabase: readonly string[]) => {
  const embedded = nodeProject(name, root);
  const byUrl = nodeProject(`${name}-by-url`, root);
  return [
    {
      ...embedded,
      test: { ...embedded.test, exclude: ['test/by-url/**'], globalSetup: [clusterSetup('embedded')] },
    },
    {
      ...byUrl,
      test: {
        ...byUrl.test,
        env: { CASEWEAVE_RUNS: '2', CASEWEAVE_TEST_MODEL: 'early-help', ...env },
        exclude: [...withoutDatabase],
        globalSetup: [clusterSetup('url')],
      },
    },
  ];
};

/** A project whose tests run in a page of the packaged Chromium. */
const chromiumProject = (name: string, root: string) => ({
  resolve: { conditions: ['@caseweave/source', ...defaultClientConditions] },
  test: {
    name,
    root,
    include,
    setupFiles,
    env,
    ...timeouts,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { executablePath: chromium.executablePath, env: { ...chromium.env }, args: [...chromiumFlags] },
      }),
      instances: [{ browser: 'chromium' as const }],
    },
  },
});

export default defineConfig({
  test: {
    // One for each processor: databases and browsers wait more than they work.
    maxWorkers: availableParallelism(),
    projects: [
      ...inNode.map((name) => nodeProject(name, `packages/${name}`)),
      ...serverProjects('server', 'packages/server', [
        'test/public-api.test.ts',
        'test/command/*.test.ts',

        'test/graphql/production.test.ts',
        'test/sync/sent-authors.test.ts',
      ]),
      ...serverProjects('early-help-server', 'packages/early-help-server', [
        'test/command/*.test.ts',
        'test/demo/demo-authority.test.ts',
        'test/directory/read-directory.test.ts',
        'test/stores/carry-over-command.test.ts',
      ]),
      ...inChromium.map((name) => chromiumProject(name, `packages/${name}`)),
      ...examples.map((name) => nodeProject(name, `examples/${name}`)),
      nodeProject('benchmarks', 'benchmarks'),
      nodeProject('docs', 'docs'),
    ],
  },
});

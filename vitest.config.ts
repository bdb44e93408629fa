import { defineConfig } from 'vitest/config';

const packages = ['record', 'family', 'protocol', 'caseload', 'browser', 'react', 'server', 'trials'];
const examples = ['family-plan', 'two-replicas'];

/** A project whose tests run in Node.js, straight from the sources. */
const nodeProject = (name: string, root: string) => ({
  // Nothing more belongs in this list: adding `import`, `node` or `default` breaks packages such as pg.
  ssr: { resolve: { conditions: ['@caseweave/source'] } },
  test: {
    name,
    root,
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: [new URL('./scripts/property-runs.ts', import.meta.url).pathname],
  },
});

export default defineConfig({
  test: {
    projects: [
      ...packages.map((name) => nodeProject(name, `packages/${name}`)),
      ...examples.map((name) => nodeProject(name, `examples/${name}`)),
    ],
  },
});

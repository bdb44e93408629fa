import { commands } from '@caseweave/early-help-server';
import { run } from '@caseweave/server/command';
import { expect, test } from 'vitest';

async function complaintAbout(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const complained: string[] = [];
  const code = await run(commands, args, {
    // Nothing of the machine's own store is touched, should one of these start.
    env: { CASEWEAVE_DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none', PORT: '0', ...env },
    say: () => undefined,
    complain: (words) => complained.push(words),
    report: () => undefined,
    stopped: Promise.resolve(),
  });
  expect(code).toBe(1);
  return complained.join();
}

test.each([
  [['start', '--families', 'many'], {}, '--families must be a whole number from 1 to 20000'],
  [['start', '--families', '30000'], {}, '--families must be'],
  [['import', 'a.json', '--families', '4'], {}, "Unknown option '--families'"],
  [['start'], { CASEWEAVE_DEMO: 'false' }, 'CASEWEAVE_DEMO must be 1 or 0'],
  [[], { CASEWEAVE_OIDC_ISSUER: 'https://login.example', CASEWEAVE_OIDC_AUDIENCE: 'plans' }, 'CASEWEAVE_DEMO=0'],
  [['begin'], {}, 'use start, import <file> or reset'],
])('[D16] %j with %j is refused in plain words', async (args, env, words) => {
  expect(await complaintAbout(args, env)).toContain(words);
});

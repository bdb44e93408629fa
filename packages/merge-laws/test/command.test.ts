import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, type CommandContext } from '@caseweave/merge-laws/command';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const main = fileURLToPath(new URL('../src/command/main.ts', import.meta.url));

// Inside the package, where what a written test imports is found.
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(here, 'command-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs the command in this process; time passes as it is told to. */
async function ran(given: readonly string[], changed: Partial<CommandContext> = {}) {
  const written: string[] = [];
  let now = 0;
  const code = await run(given, {
    write: (text) => written.push(text),
    isTerminal: false,
    now: () => (now += 100),
    folder: here,
    onStop: () => () => undefined,
    randomSeed: () => 5,
    ...changed,
  });
  return { code, text: written.join('') };
}

describe('the command', () => {
  test('[L50] says in a line what held, over how many histories, and with which seed', async () => {
    const { code, text } = await ran(['fixtures.ts', '--runs', '60', '--seed', '3']);

    expect(code).toBe(0);
    expect(text).toMatch(
      /plan: 10 laws held over 60 histories, [\d,]+ edits \(\d+ refused, as they should be\), \d+ a second, seed 3\./,
    );
  });

  test('[L50] takes lists too, and the test that it writes finds its subject in them', async () => {
    const module = join(folder, 'listed.ts');
    await writeFile(
      module,
      "import { jobs, lawOptions } from '../broken-section.ts';\nexport const sections = [jobs];\nexport { lawOptions };\n",
    );
    const { code, text } = await ran([module, '--seed', '1', '--laws', '2', '--out', folder]);

    expect(code).toBe(1);
    expect(text).toContain('breaks law 2, nothing lost');
    expect(await readFile(join(folder, 'jobs-law-2.test.ts'), 'utf8')).toContain(
      'sectionSubject(sections[0], lawOptions)',
    );
  });

  test('[L50] passes over a part of a model that is exported beside the section that it holds', async () => {
    const module = join(folder, 'room.ts');
    await writeFile(
      module,
      "import { plan } from '../fixtures.ts';\nexport { plan };\nexport const part = { type: 'section', schema: plan };\n",
    );
    const { code, text } = await ran([module, '--runs', '10']);

    expect(code).toBe(0);
    expect(text.match(/10 laws held/g)).toHaveLength(1);
  });

  test('[L51] shows on a terminal how far it has come, and how fast', async () => {
    const { text } = await ran(['fixtures.ts', '--runs', '100'], { isTerminal: true });

    expect(text).toContain('\r\u001B[2Kplan ██████████████░░░░░░░░░░░░░░ 50 of 100 histories, ');
    expect(text).toMatch(/50 of 100 histories, \d+ a second, [\d,]+ edits/);
    expect(text).toMatch(/█ 100 of 100 histories/);
    expect(text.endsWith('seed 5.\n')).toBe(true);
  });

  test('[L52] writes a picture and a test of what broke, and ends with 1', async () => {
    const { code, text } = await ran(['broken-section.ts', '--seed', '1', '--laws', 'nothing-lost', '--out', folder]);

    expect(code).toBe(1);
    expect(text).toContain('breaks law 2, nothing lost');
    expect((await readdir(folder)).toSorted()).toEqual(['jobs-law-2.html', 'jobs-law-2.test.ts']);
    expect(await readFile(join(folder, 'jobs-law-2.html'), 'utf8')).toContain('role="img"');
  });

  test('[L53] the test that it writes runs as it is, and fails until the mistake is mended', async () => {
    await ran(['broken-section.ts', '--seed', '1', '--laws', '2', '--out', folder]);
    const source = await readFile(join(folder, 'jobs-law-2.test.ts'), 'utf8');
    const file = join(folder, 'pasted.test.ts');
    await writeFile(file, source.replace("from 'vitest'", "from 'node:test'"));
    const started = (options: NodeJS.ProcessEnv) =>
      new Promise<{ code: number | null; text: string }>((resolve) => {
        const args = ['--conditions=@caseweave/source', '--test-reporter=tap', '--test', file];
        // The runner of these tests passes for a parent of the other's.
        const { NODE_TEST_CONTEXT: _context, ...env } = { ...process.env, ...options };
        const child = spawn(process.execPath, args, { env });
        let text = '';
        child.stdout.on('data', (data: Buffer) => (text += data.toString()));
        child.on('close', (code) => resolve({ code, text }));
      });

    const broken = await started({});
    const mended = await started({ MENDED: 'yes' });

    expect([broken.code, mended.code]).toEqual([1, 0]);
    expect(broken.text).toContain('breaks law 2, nothing lost');
  });

  test('[L54] a failure is replayed by the seed and the path that it printed', async () => {
    const first = await ran(['broken-section.ts', '--seed', '1', '--laws', '2', '--out', folder]);
    const [, seed = '', path = ''] = /seed (\d+), path "([\d:]+)"/.exec(first.text) ?? [];

    const again = await ran(['broken-section.ts', '--seed', seed, '--path', path, '--laws', '2', '--out', folder]);

    const story = (text: string): string => text.slice(0, text.indexOf('Found in history'));
    expect(story(again.text)).toBe(story(first.text));
  });

  test('[L55] stops when it is asked to, says what held until then, and ends with 130', async () => {
    let stop = (): void => undefined;
    const { code, text } = await ran(['fixtures.ts', '--runs', '100000'], {
      onStop: (stopped) => {
        stop = stopped;
        return () => undefined;
      },
      write: () => undefined,
      now: () => {
        stop();
        return 0;
      },
    });

    expect({ code, text }).toEqual({ code: 130, text: '' });
  });

  test.each([
    [[], 'Name the module'],
    [['fixtures.ts', '--laws', '11'], 'There is no law 11'],
    [['fixtures.ts', '--runs', 'many'], '--runs is a whole number, not many'],
    [['fixtures.ts', '--runs', '0'], '--runs is at least 1'],
    [['fixtures.ts', '--seed', '99999999999999999999'], '--seed is a whole number, not 99999999999999999999'],
    [['fixtures.ts', '--replicas', '27'], '--replicas is at most 26'],
    [['fixtures.ts', '--colour'], "Unknown option '--colour'"],
    [['not-there.ts'], 'not-there.ts cannot be used'],
    [['planted/raw-claims.ts'], 'Nothing to check'],
    [['fixtures.ts', '--only', 'plans'], 'There is no plans: there are plan.'],
    [['broken-section.ts', '--path', '3:99:99', '--seed', '1'], 'jobs has no history at this path of this seed'],
  ])('[L56] asked %j it says what is wrong, and ends with 2', async (given, words) => {
    const { code, text } = await ran(given);

    expect(code).toBe(2);
    expect(text).toContain(words);
  });

  test('[L56] help is no mistake', async () => {
    const { code, text } = await ran(['--help']);

    expect(code).toBe(0);
    expect(text).toContain('Usage: caseweave-laws');
  });

  test('[L50] runs as a program', async () => {
    const text = await new Promise<string>((resolve, reject) => {
      const args = ['--conditions=@caseweave/source', main, 'fixtures.ts', '--runs', '20', '--seed', '1'];
      execFile(process.execPath, args, { cwd: here }, (error, stdout) =>
        error === null ? resolve(stdout) : reject(error),
      );
    });

    expect(text).toContain('10 laws held over 20 histories');
  });
});

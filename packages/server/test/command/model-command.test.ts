import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modelCommands, run, type ProcessContext } from '@caseweave/server/command';
import { TestDevice } from '@caseweave/testing';
import { expect, test } from 'vitest';
import { list } from './modules/errands.ts';

const record = 'AAAAAAAAAAAAAAAAAAAAAA';
const module = (name: string) => fileURLToPath(new URL(`modules/${name}.ts`, import.meta.url));

function terminal(env: Readonly<Record<string, string>>, stopped = Promise.resolve()) {
  const { promise: serving, resolve } = Promise.withResolvers<string>();
  const complained: string[] = [];
  const said: string[] = [];
  const context: ProcessContext = {
    env: { PORT: '0', ...env },
    say: (words) => {
      said.push(words);
      if (words.startsWith('Caseweave serves at ')) resolve(words.slice('Caseweave serves at '.length));
    },
    complain: (words) => complained.push(words),
    report: () => undefined,
    stopped,
  };
  return { context, serving, complained, said };
}

async function connect(url: string, person: string): Promise<TestDevice> {
  const asked = await fetch(`${url}/demo/sign-in`, { method: 'POST', body: JSON.stringify({ person }) });
  const { token } = (await asked.json()) as { token: string };
  return TestDevice.connect(url, token);
}

test('[S30] the model of a module is served on the embedded store, with the people that it makes up', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'model-'));
  await chmod(folder, 0o755);
  const env = { CASEWEAVE_DATA: join(folder, 'data') };
  try {
    for (const _ of ['an empty store', 'one that holds its people']) {
      const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
      const { context, serving, complained, said } = terminal(env, stopped);
      const running = run(modelCommands, ['start', '--model', module('errands')], context);
      const url = await serving;
      expect(await (await fetch(`${url}/demo/people`)).json()).toEqual([
        { id: 'ines', who: { id: 'ines' }, name: 'Ines', organisation: null },
        { id: 'tom', who: { id: 'tom' }, name: 'Tom', organisation: null },
      ]);
      const [ines, tom] = [await connect(url, 'ines'), await connect(url, 'tom')];
      if (tom.headers.size === 0) {
        const members = [
          { who: 'ines', role: 'neighbour' },
          { who: 'tom', role: 'helper' },
        ];
        expect(await ines.decide({ type: 'register-errand', record, members })).toEqual({ type: 'taken' });
        await ines.until(() => ines.headers.size > 0);
        const bread = ines.write(record, list, (draft) => (draft.what = 'Bread from the corner'));
        expect(await ines.push([bread])).toEqual({ type: 'taken' });
      }
      await tom.until(() => tom.headers.size > 0 && tom.view(record, list).what === 'Bread from the corner');
      await ines.close();
      await tom.close();
      stop();
      expect(await running).toBe(0);
      expect(complained).toEqual([]);
      expect(said).toContain('Anybody may sign in as ines, tom.');
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 120_000);

test.each([
  [[], 'Name the module of your model: start --model ./my-model.ts.'],
  [['--model', module('none')], 'exports no model'],
  [['--model', module('two')], 'exports 2 models (errands, errands)'],
  [['--model', module('broken')], 'cannot be loaded: the shelf fell down'],
  [['--model', module('absent')], 'cannot be loaded'],
  [['--model', module('nameless')], '- kinds.query.title: is called Query in the API, as what every schema has is.'],
])('[S17] start %j is refused in plain words', async (args, words) => {
  const { context, complained } = terminal({ CASEWEAVE_DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' });
  expect(await run(modelCommands, ['start', ...args], context)).toBe(1);
  expect(complained.join()).toContain(words);
});

import { runSchema } from '../schema-command/run-schema.ts';
import { failureWords } from '../report/failure-words.ts';
import { readArguments, usage, type Arguments } from './arguments.ts';
import { runCampaign } from './campaign.ts';
import { loadSubjects, type LoadedSubject } from './load-subjects.ts';
import { Progress, thousands, type Terminal } from './progress.ts';
import { writeReport } from './write-report.ts';

/** What the command works in. */
export interface CommandContext extends Terminal {
  readonly folder: string;
  /** Calls back when the person asks to stop; gives a function that stops listening. */
  readonly onStop: (stop: () => void) => () => void;
  readonly randomSeed: () => number;
}

/** The command `caseweave-laws`. Gives its exit code. */
export async function run(given: readonly string[], surroundings: CommandContext = ofProcess): Promise<number> {
  const { write } = surroundings;
  const [first, ...rest] = given;
  if (first === 'schema') return runSchema(rest, surroundings);
  const read = readArguments(given, surroundings.randomSeed);
  if (read.type === 'help') {
    write(`${usage}\n`);
    return 0;
  }
  if (read.type === 'wrong') {
    write(`${read.words}\n\n${usage}\n`);
    return 2;
  }
  const loaded: LoadedSubject[] = [];
  for (const module of read.asked.modules) {
    try {
      loaded.push(...(await loadSubjects(module, surroundings.folder)));
    } catch (error) {
      write(`${module} cannot be used: ${error instanceof Error ? error.message : String(error)}\n`);
      return 2;
    }
  }
  const { only } = read.asked;
  const chosen = loaded.filter(({ subject }) => only === undefined || subject.name === only);
  if (chosen.length === 0) {
    const names = loaded.map(({ subject }) => subject.name).join(', ');
    write(
      loaded.length === 0
        ? 'Nothing to check: export what defineSection gave, or a subject.\n'
        : `There is no ${only}: there are ${names}.\n`,
    );
    return 2;
  }
  return checkAll(chosen, read.asked, surroundings);
}

async function checkAll(
  loaded: readonly LoadedSubject[],
  asked: Arguments,
  surroundings: CommandContext,
): Promise<number> {
  let stopped = false;
  const release = surroundings.onStop(() => (stopped = true));
  const broken: string[] = [];
  try {
    for (const one of loaded) {
      if (stopped) break;
      const outcome = await check(one, asked, surroundings, () => stopped);
      if (outcome === 'no such path') return 2;
      if (outcome === 'broken') broken.push(one.subject.name);
    }
  } finally {
    release();
  }
  if (loaded.length > 1) {
    const held = loaded.length - broken.length;
    surroundings.write(
      broken.length === 0
        ? `\nEvery law held in ${stopped ? 'all that was checked' : `all ${held}`}.\n`
        : `\n${broken.length} of ${loaded.length} broke a law: ${broken.join(', ')}.\n`,
    );
  }
  if (broken.length > 0) return 1;
  return stopped ? 130 : 0;
}

async function check(
  one: LoadedSubject,
  asked: Arguments,
  surroundings: CommandContext,
  isStopped: () => boolean,
): Promise<'held' | 'broken' | 'no such path'> {
  const { write } = surroundings;
  const progress = new Progress(surroundings);
  const show = (reached: Parameters<Progress['show']>[0]): void => progress.show(reached);
  const campaign = await runCampaign(one.subject, asked, { show, isStopped });
  progress.clear();
  if (campaign === 'no such path') {
    write(
      `${one.subject.name} has no history at this path of this seed: it is another's (see --only), or the schema has changed since.\n`,
    );
    return campaign;
  }
  const { failure, done, edits, refused, stopped } = campaign;
  if (failure !== undefined) {
    const files = await writeReport(failure, one, { folder: surroundings.folder, out: asked.out });
    write(`${failureWords(failure, one.subject)}\n\nPicture: ${files.picture}\nTest:    ${files.test}\n`);
    return 'broken';
  }
  const laws = asked.laws.filter((law) => one.subject.laws.includes(law)).length;
  const counts = `${thousands(done)} histories, ${thousands(edits)} edits (${thousands(refused)} refused, as they should be)`;
  const held = `${laws} ${laws === 1 ? 'law' : 'laws'} held`;
  write(
    `${one.subject.name}: ${stopped ? 'stopped; until then ' : ''}${held} over ${counts}, ${progress.rate(done)} a second, seed ${asked.seed}.\n`,
  );
  return 'held';
}

const ofProcess: CommandContext = {
  write: (text) => void process.stdout.write(text),
  isTerminal: process.stdout.isTTY,
  now: () => performance.now(),
  folder: process.cwd(),
  onStop: (stop) => {
    process.once('SIGINT', stop);
    return () => process.off('SIGINT', stop);
  },
  randomSeed: () => Math.floor(Math.random() * 2 ** 31),
};

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { earlyHelp } from '@caseweave/family';
import { type Node, StartFailure } from '@caseweave/server';
import { type Command, inTime, readSettings, withNode } from '@caseweave/server/command';
import { sql } from 'kysely';
import { carriesOver } from './carries-over.ts';
import { inWords } from '../directory-import/bad-row.ts';
import type { DirectoryFile } from '../directory-import/directory-file.ts';
import { importDirectory } from '../directory-import/import-directory.ts';
import { reportLines } from '../directory-import/import-report.ts';
import { readDirectory } from '../directory-import/read-directory.ts';
import { createOwnTables } from '../store/own-tables.ts';

const MOST_LINES = 100;

/** `import <file>`: imports a directory file, checked whole first, so that a bad one changes nothing. */
export const importCommand: Command = {
  operand: '<file>',
  flags: ['end-missing'],
  async run(given) {
    const { operand, flags, env, say, complain } = given;
    const { issuer } = readSettings(env);
    if (operand === undefined) throw new StartFailure('bad-option', 'Name the file: import directory.json.');
    const directory = await readFileOf(operand, complain);
    if (issuer !== undefined && directory.issuer !== undefined && directory.issuer !== issuer.issuer) {
      throw new StartFailure(
        'bad-directory',
        'issuer: M5. The issuer of the file is not the one that people sign in with (CASEWEAVE_OIDC_ISSUER). Nothing was imported.',
      );
    }
    await withNode(given, { model: earlyHelp, carriesOver: carriesOver(say) }, async (node) => {
      await createOwnTables(node.database.db);
      await refuseDemo(node);
      const done = await importDirectory(node, directory, {
        at: Date.now(),
        endMissing: flags.has('end-missing'),
        progress: inTime(say, 'families'),
      });
      await node.projections.catchUp();
      for (const line of reportLines(done)) say(line);
    });
  },
};

async function readFileOf(operand: string, complain: (words: string) => void): Promise<DirectoryFile> {
  const text = await readFile(resolve(operand), 'utf8').catch((cause: unknown) => {
    throw new StartFailure('bad-option', 'The file cannot be read. Check its path and that it may be read.', { cause });
  });
  const read = readDirectory(text, new Date().toISOString().slice(0, 10));
  if (read.type === 'directory') return read.directory;
  for (const row of read.bad.slice(0, MOST_LINES)) complain(inWords(row));
  if (read.bad.length > MOST_LINES) complain(`and ${read.bad.length - MOST_LINES} more`);
  throw new StartFailure(
    'bad-directory',
    `Nothing was imported: ${read.bad.length} to be put right. Correct them and import again.`,
  );
}

async function refuseDemo({ database, authority }: Node): Promise<void> {
  const { rows } = await sql<{ demo: number }>`
    select families as demo from demo where authority = ${authority.id}`.execute(database.db);
  if (rows.length === 0) return;
  throw new StartFailure(
    'other-size',
    'The store holds the demo, which real families have no place in. Nothing was changed. Name another store, or empty this one first (npm run reset).',
  );
}

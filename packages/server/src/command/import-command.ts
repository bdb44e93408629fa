import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { openDatabase } from '../database/database.ts';
import { StartFailure } from '../database/start-failure.ts';
import { inWords } from '../directory-import/bad-row.ts';
import { importDirectory } from '../directory-import/import-directory.ts';
import { reportLines } from '../directory-import/import-report.ts';
import { readDirectory } from '../directory-import/read-directory.ts';
import { plainFailure } from '../database/plain-failure.ts';
import { type Node, startNode } from '../node.ts';
import { openStore } from './open-store.ts';
import { inTime } from './progress.ts';
import type { Surroundings } from './surroundings.ts';
import type { Settings } from './settings.ts';

const MOST_LINES = 100;

/** Imports a directory file: checked whole first, so that a bad one changes nothing. */
export async function importCommand(settings: Settings, { say, complain, report }: Surroundings): Promise<void> {
  const { file, endMissing } = settings;
  if (file === undefined) throw new StartFailure('bad-option', 'Name the file: import directory.json.');
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new StartFailure('bad-option', 'The file cannot be read. Check its path and that it may be read.', { cause });
  });
  const read = readDirectory(text, new Date().toISOString().slice(0, 10));
  if (read.type === 'refused') {
    for (const row of read.bad.slice(0, MOST_LINES)) complain(inWords(row));
    if (read.bad.length > MOST_LINES) complain(`and ${read.bad.length - MOST_LINES} more`);
    throw new StartFailure(
      'bad-directory',
      `Nothing was imported: ${read.bad.length} to be put right. Correct them and import again.`,
    );
  }
  const { issuer } = read.directory;
  if (settings.issuer !== undefined && issuer !== undefined && issuer !== settings.issuer.issuer) {
    throw new StartFailure(
      'bad-directory',
      'issuer: M5. The issuer of the file is not the one that people sign in with (CASEWEAVE_OIDC_ISSUER). Nothing was imported.',
    );
  }
  await using store = await openStore(settings, say);
  const database = openDatabase(store.address);
  try {
    const node = await startNode(database, { report }).catch((error: unknown) => {
      throw plainFailure(error);
    });
    try {
      await refuseDemo(node);
      const done = await importDirectory(node, read.directory, { at: Date.now(), endMissing, progress: inTime(say) });
      await node.projections.catchUp();
      for (const line of reportLines(done)) say(line);
    } finally {
      await node.stop();
    }
  } finally {
    await database.close();
  }
}

async function refuseDemo({ database, authority }: Node): Promise<void> {
  const { rows } = await sql<{ demo: number | null }>`
    select demo_families as demo from authority where id = ${authority.id}`.execute(database.db);
  if (rows[0]?.demo === null) return;
  throw new StartFailure(
    'other-size',
    'The store holds the demo, which real families have no place in. Nothing was changed. Name another store, or empty this one first (npm run reset).',
  );
}

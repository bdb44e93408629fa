import { readFile } from 'node:fs/promises';
import { type Model, readRights, type RightsTable } from '@caseweave/model';
import { StartFailure } from '../database/start-failure.ts';

const MOST_FAULTS = 20;

/**
 * Reads an authority's own rights table from a JSON file: what of the model's it narrows.
 *
 * @returns undefined where no file is named
 * @throws {StartFailure} with each fault of the table
 */
export async function readRightsFile(model: Model, file: string | undefined): Promise<RightsTable | undefined> {
  if (file === undefined) return undefined;
  const read = readRights(model, await jsonOf(file));
  if (read.type === 'rights') return read.rights;
  const faults = read.faults.map(({ path, rule, remedy }) => `- ${path}: ${rule} ${remedy}`);
  const more = faults.length > MOST_FAULTS ? [`- and ${faults.length - MOST_FAULTS} more`] : [];
  throw new StartFailure(
    'bad-rights',
    [`The rights of ${file} cannot be in force. Nothing was changed.`, ...faults.slice(0, MOST_FAULTS), ...more].join(
      '\n',
    ),
  );
}

async function jsonOf(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new StartFailure(
      'bad-rights',
      `${file} is no JSON that can be read. Correct it, or unset CASEWEAVE_RIGHTS.`,
      {
        cause,
      },
    );
  }
}

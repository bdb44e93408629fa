import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { StartFailure } from '../database/start-failure.ts';

const operationsFile = z.record(z.string().regex(/^(sha256:)?[0-9a-f]{64}$/), z.string().min(1));

/** Reads files of operations by the SHA-256 of their text, as code generation writes them. */
export async function readOperations(files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const read = await Promise.all(files.map(readFileOf));
  const all = read.flatMap((operations) => Object.entries(operations));
  return new Map(all.map(([hash, text]) => [hash.replace(/^sha256:/, ''), text]));
}

async function readFileOf(file: string): Promise<Readonly<Record<string, string>>> {
  try {
    return operationsFile.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    throw new StartFailure(
      'bad-option',
      `${file} holds no operations by their SHA-256. Let code generation write it anew, or change CASEWEAVE_OPERATIONS.`,
      { cause: error },
    );
  }
}

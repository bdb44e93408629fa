import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The text of a file of the repository, named from its root. */
export const textOf = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

import type { z } from 'zod';

/** Something wrong in a directory file: where, by which rule, and what to do. It repeats nothing of the file. */
export interface BadRow {
  /** Such as `families[3].lead`. */
  readonly path: string;
  readonly rule: string;
  readonly remedy: string;
}

/** Makes a bad row of what the schema found. */
export function badRowsOf({ issues }: z.ZodError): BadRow[] {
  return issues.map((issue) => {
    const path = pathOf(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return { path, rule: 'M1', remedy: 'Take out what the description of the file does not name.' };
    }
    // Our own messages name their rule; those of the schema library do not.
    const [, rule, remedy] = /^(M\d+)\|(.+)$/.exec(issue.message) ?? [];
    if (rule !== undefined && remedy !== undefined) return { path, rule, remedy };
    return { path, rule: 'M1', remedy: remedyFor(issue) };
  });
}

function remedyFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `Give one of: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_type':
      return `Give a value of type ${issue.expected}.`;
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'too_big':
    case 'too_small':
    case 'unrecognized_keys':
      return 'Give what the description of the file asks for here.';
  }
}

/** One line for a person at a terminal. */
export const inWords = ({ path, rule, remedy }: BadRow): string =>
  `${path === '' ? 'the file' : path}: ${rule}. ${remedy}`;

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((so, part) => {
    if (typeof part === 'number') return `${so}[${part}]`;
    return so === '' ? String(part) : `${so}.${String(part)}`;
  }, '');

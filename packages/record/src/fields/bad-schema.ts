import { RecordError } from '../outcomes.ts';

/** The mistake of a declaration: where, what rule it breaks, and what to do. */
export function badSchema(path: string, rule: string, remedy: string): RecordError {
  return new RecordError('bad-schema', `${path === '' ? '' : `${path}: `}${rule}. ${remedy}`, { path, rule, remedy });
}

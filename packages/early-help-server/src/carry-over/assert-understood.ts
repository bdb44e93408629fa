import type { Schema } from '@caseweave/model';
import { StartFailure } from '@caseweave/server';

/**
 * Makes sure that what is carried over is as the model says, before anything can lean on it.
 *
 * @param of - whose it is, without what is in it
 * @throws {StartFailure}
 */
export function assertUnderstood(schema: Schema<unknown>, value: unknown, of: string): void {
  const result = schema['~standard'].validate(value);
  if (!(result instanceof Promise) && result.issues === undefined) return;
  const paths = result instanceof Promise ? [] : result.issues.map(({ path = [] }) => pathOf(path));
  throw new StartFailure(
    'data-not-understood',
    `The store says of ${of} what this version does not understand: ${paths.join(', ')}. Nothing was changed. Put it right with the version that wrote the store, and start again.`,
  );
}

const pathOf = (path: readonly (PropertyKey | { readonly key: PropertyKey })[]): string =>
  path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.') || 'all of it';

import { StartFailure } from '../database/start-failure.ts';

/** Reads a setting that is on or off; undefined if it is not set. Any other word is refused, since `false` would be on. */
export function yesOrNo(name: string, text: string | undefined): boolean | undefined {
  if (text === undefined || text === '') return undefined;
  if (text === '1' || text === '0') return text === '1';
  throw new StartFailure('bad-option', `${name} must be 1 or 0.`);
}

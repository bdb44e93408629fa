import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { AppCode } from '../app-code.ts';
import type { Claim } from '../claims/claim.ts';
import type { Json } from '../json.ts';
import type { Checked } from './meaning.ts';
import { checkWith, passes } from './validate.ts';

/** What one field's validator lets pass, on writing and on reading. */
export interface Understanding {
  check(input: unknown): Checked;
  understood(claims: readonly Claim[]): readonly Claim[];
}

/**
 * Asks a validator no oftener than needed: of each claim once, and not again of the plain value that has just been
 * written.
 *
 * @param clearable - whether null is right, whatever the validator says of it
 */
export function understandingOf(schema: StandardSchemaV1, clearable: boolean, appCode: AppCode): Understanding {
  let written: Json | undefined;
  const understands = (value: Json): boolean =>
    value === written || (clearable && value === null) || passes(schema, value, appCode);
  const readable = (claim: Claim): boolean => claim.readableBy(understands);
  return {
    check: (input) => {
      const checked: Checked =
        clearable && input === null ? { ok: true, value: null } : checkWith(schema, input, appCode);
      if (checked.ok && (checked.value === null || typeof checked.value !== 'object')) written = checked.value;
      return checked;
    },
    understood: (claims) => (claims.every(readable) ? claims : claims.filter(readable)),
  };
}

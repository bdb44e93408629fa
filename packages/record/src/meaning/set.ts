import type { AppCode } from '../app-code.ts';
import { inOrder, type Claim } from '../claims/claim.ts';
import { canonicalJson, copyJson, type Json } from '../json.ts';
import { badSchema } from '../fields/bad-schema.ts';
import type { SetField } from '../fields/fields.ts';
import { plainWords } from '../words.ts';
import type { Meaning, Reading } from './meaning.ts';
import { understandingOf } from './understanding.ts';

/** A set: each claim is a member. Removing a member removes the claims that were seen, so an unseen addition survives. */
export function setMeaning(field: SetField<unknown>, appCode: AppCode): Meaning {
  const exclusive = exclusiveOf(field);
  const { check, understood } = understandingOf(field.schema, false, appCode);
  const read = (claims: readonly Claim[]): Reading => {
    if (claims.length === 0) return nobody;
    const known = understood(claims);
    const ordered = inOrder(known);
    const members = ordered.filter((claim, index) => claim.canonical !== ordered[index - 1]?.canonical);
    const values = members.map((claim) => claim.value);
    const isAll = known.length === claims.length;
    const value = Object.freeze(withoutExclusive(values, exclusive, isAll));
    return isAll ? { value } : { value, unshown: claims.filter((claim) => !known.includes(claim)) };
  };
  return {
    understood,
    check,
    read,
    words: (value) => appCode.call('words', () => field.options.words?.(value), undefined) ?? plainWords(value),
  };
}

function exclusiveOf(field: SetField<unknown>): ReadonlySet<string> {
  return new Set(field.options.exclusive?.map((value) => canonicalText(value)));
}

function canonicalText(value: unknown): string {
  const copied = copyJson(value);
  if (!copied.ok)
    throw badSchema('', `an exclusive member cannot be stored: ${copied.fault.rule}`, copied.fault.remedy);
  return canonicalJson(copied.value);
}

// The values that give way, unless there are no others; a member that this version cannot show is one.
function withoutExclusive(members: readonly Json[], exclusive: ReadonlySet<string>, isAll: boolean): readonly Json[] {
  if (exclusive.size === 0 || (isAll && members.length < 2)) return members;
  const others = members.filter((member) => !exclusive.has(canonicalJson(member)));
  return isAll && others.length === 0 ? members : others;
}

const nobody: Reading = { value: Object.freeze([]) };

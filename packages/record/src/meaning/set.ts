import type { AppCode } from '../app-code.ts';
import { inOrder, type Claim } from '../claims/claim.ts';
import { canonicalJson, copyJson, type Json } from '../json.ts';
import { badSchema } from '../fields/bad-schema.ts';
import type { SetField } from '../fields/fields.ts';
import { plainWords } from '../words.ts';
import type { Meaning } from './meaning.ts';
import { understandingOf } from './understanding.ts';

/** A set: each claim is a member. Removing a member removes the claims that were seen, so an unseen addition survives. */
export function setMeaning(field: SetField<unknown>, appCode: AppCode): Meaning {
  const exclusive = exclusiveOf(field);
  const { check, understood } = understandingOf(field.schema, false, appCode);
  const read = (claims: readonly Claim[]): readonly Json[] => {
    if (claims.length === 0) return noMembers;
    const ordered = inOrder(understood(claims));
    const members = ordered.filter((claim, index) => claim.canonical !== ordered[index - 1]?.canonical);
    const values = members.map((claim) => claim.value);
    return Object.freeze(withoutExclusive(values, exclusive));
  };
  return {
    understood,
    check,
    read: (claims) => ({ value: read(claims) }),
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

// The values that give way, unless there are no others.
function withoutExclusive(members: readonly Json[], exclusive: ReadonlySet<string>): readonly Json[] {
  if (exclusive.size === 0 || members.length < 2) return members;
  const others = members.filter((member) => !exclusive.has(canonicalJson(member)));
  return others.length === 0 ? members : others;
}

const noMembers: readonly Json[] = Object.freeze([]);

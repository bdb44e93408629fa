import { inOrder, type Claim } from '../claims/claim.ts';
import { canonicalJson, copyJson, type Json } from '../json.ts';
import { RecordError } from '../outcomes.ts';
import type { SetField } from '../schema/fields.ts';
import { plainWords } from '../words.ts';
import type { Meaning } from './meaning.ts';
import { checkWith, passes } from './validate.ts';

/** A set: each claim is a member. Removing a member removes the claims that were seen, so an unseen addition survives. */
export function setMeaning(field: SetField<unknown>): Meaning {
  const exclusive = exclusiveOf(field);
  const understands = (value: Json): boolean => passes(field.schema, value);
  const understood = (claims: readonly Claim[]): readonly Claim[] =>
    claims.filter((claim) => claim.readableBy(understands));
  const read = (claims: readonly Claim[]): readonly Json[] => {
    if (claims.length === 0) return noMembers;
    const ordered = inOrder(understood(claims));
    const members = ordered.filter((claim, index) => claim.canonical !== ordered[index - 1]?.canonical);
    return Object.freeze(
      withoutExclusive(
        members.map((claim) => claim.value),
        exclusive,
      ),
    );
  };
  return {
    understood,
    check: (input) => checkWith(field.schema, input),
    read: (claims) => ({ value: read(claims) }),
    words: (value) => field.options.words?.(value) ?? plainWords(value),
  };
}

function exclusiveOf(field: SetField<unknown>): ReadonlySet<string> {
  return new Set(field.options.exclusive?.map((value) => canonicalText(value)));
}

function canonicalText(value: unknown): string {
  const copied = copyJson(value);
  if (!copied.ok) throw new RecordError('bad-schema', `An exclusive member cannot be stored: ${copied.fault.rule}.`);
  return canonicalJson(copied.value);
}

// The values that give way, unless there are no others.
function withoutExclusive(members: readonly Json[], exclusive: ReadonlySet<string>): readonly Json[] {
  if (exclusive.size === 0 || members.length < 2) return members;
  const others = members.filter((member) => !exclusive.has(canonicalJson(member)));
  return others.length === 0 ? members : others;
}

const noMembers: readonly Json[] = Object.freeze([]);

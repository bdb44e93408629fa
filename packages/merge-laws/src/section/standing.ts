import type { Json } from '@caseweave/record';
import type { Fact } from '../oracle/ledger.ts';
import { byText, canonicalText } from '../values/canonical.ts';
import { distinct } from './expectation.ts';
import type { FieldOutline } from './outline.ts';

/** What a field must show of what stands unsuperseded, and whether people contradict one another. */
export interface ExpectedField {
  readonly shown: Json;
  /** The values that a question must list; empty where none is asked. */
  readonly asked: readonly Fact[];
}

/**
 * Works out what a field shows from the values alone: neither their order nor their authors nor their times count.
 *
 * @param facts - those that this version understands
 * @param isAll - whether there are no others
 */
export function expectedOf(field: FieldOutline, facts: readonly Fact[], isAll: boolean): ExpectedField {
  if (field.kind === 'progress') return facts.length === 0 && !isAll ? nothing : progressOf(field, facts);
  const values = distinct(facts);
  if (field.kind === 'set') return { shown: withoutExclusive(field, values, isAll), asked: [] };
  if (values.length < 2) return { shown: values[0] ?? null, asked: [] };
  return {
    shown: standingOf(
      field,
      values.filter((value) => value !== null),
    ),
    asked: facts,
  };
}

function standingOf({ options: { standing, order } }: FieldOutline, values: readonly Json[]): Json {
  if (standing === undefined) return values[0] ?? null;
  if (typeof standing === 'object') {
    const chosen = standing.choose(values);
    return values.find((value) => Object.is(value, chosen)) ?? values[0] ?? null;
  }
  const rank = (value: Json): number => order?.indexOf(value) ?? 0;
  const ordered = values.toSorted((a, b) => rank(a) - rank(b) || natural(a, b));
  return ordered.at(standing === 'latest' || standing === 'highest' ? -1 : 0) ?? null;
}

const natural = (a: Json, b: Json): number =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : typeof a === 'string' && typeof b === 'string'
      ? byText(a, b)
      : byText(canonicalText(a), canonicalText(b));

const nothing: ExpectedField = { shown: null, asked: [] };

/** Of members those that do not give way, if there are others; a member that this version does not know is one. */
export function withoutExclusive(
  { exclusive }: FieldOutline,
  values: readonly Json[],
  isAll: boolean,
): readonly Json[] {
  const others = values.filter((value) => !exclusive.has(canonicalText(value)));
  return isAll && others.length === 0 ? values : others;
}

function progressOf({ steps }: FieldOutline, facts: readonly Fact[]): ExpectedField {
  const rank = ({ value }: Fact): number => steps.findIndex((step) => step.some((state) => state === value));
  const top = Math.max(...facts.map(rank));
  const furthest = facts.filter((fact) => rank(fact) === top);
  const values = distinct(furthest);
  return { shown: values[0] ?? steps[0]?.[0] ?? null, asked: values.length > 1 ? furthest : [] };
}

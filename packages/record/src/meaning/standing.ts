import type { AppCode } from '../app-code.ts';
import { canonicalJson, type Json } from '../json.ts';
import type { RegisterOptions } from '../fields/fields.ts';
import { compareText } from '../claims/claim.ts';
import { isDate } from '../words.ts';

/** Chooses, of several distinct values in canonical order, the one that stands, and says why it does. */
export interface StandingRule {
  choose(values: readonly Json[]): Json;
  because(values: readonly Json[]): string;
}

/** The rule that a register declares. */
export function standingOf({ standing, order }: RegisterOptions<unknown>, appCode: AppCode): StandingRule {
  if (standing === undefined) {
    return {
      choose: (values) => values[0] ?? null,
      because: () => 'the first in alphabetical order is shown until you decide',
    };
  }
  if (typeof standing === 'object') {
    return {
      // A rule that makes up a value of its own would show what nobody wrote.
      choose: (values) => {
        const chosen = appCode.call('standing', () => standing.choose(values), undefined);
        return values.find((value) => Object.is(value, chosen)) ?? values[0] ?? null;
      },
      because: () => standing.because,
    };
  }
  const compare = comparison(order);
  const last = standing === 'latest' || standing === 'highest';
  return {
    choose: (values) => values.toSorted(compare).at(last ? -1 : 0) ?? null,
    because: (values) => {
      const noun = values.every(isDate) ? 'date' : 'value';
      const word = values.length > 2 ? standing : comparatives[standing];
      return `the ${word} ${noun} is used until you decide`;
    },
  };
}

const comparatives = { earliest: 'earlier', latest: 'later', highest: 'higher', lowest: 'lower' } as const;

type Compare = (a: Json, b: Json) => number;

function comparison(order: readonly unknown[] | undefined): Compare {
  // Values that the order does not name come below all that it names, in their usual order.
  const rank = (value: Json): number => order?.indexOf(value) ?? -1;
  return (a, b) => rank(a) - rank(b) || usual(a, b);
}

const usual: Compare = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return compareText(canonicalJson(a), canonicalJson(b));
};

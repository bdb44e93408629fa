import type { Standing } from '@caseweave/record';

/**
 * The rule that, of several codes given at once, the one that calls for most care stands.
 *
 * @param order - the codes, the most careful first
 */
export function mostCareful<const Value>(order: readonly Value[], because: string): Standing<Value> {
  const rank = (value: Value): number => (order.includes(value) ? order.indexOf(value) : order.length);
  return {
    choose: (values) => values.reduce((chosen, value) => (rank(value) < rank(chosen) ? value : chosen)),
    because,
  };
}

import type { Json } from '@caseweave/record';

/** Brings JSON of an older version up to today's, a version at a time; where no step is declared, it fits as it is. */
export function upgraded(
  json: Json,
  from: number,
  to: number,
  steps: Readonly<Record<number, (json: Json) => Json>> | undefined,
): Json {
  let now = json;
  for (let version = from; version < to; version += 1) now = steps?.[version]?.(now) ?? now;
  return now;
}

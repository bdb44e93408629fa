import type { Json } from '@caseweave/record';

/** All texts that stand in JSON: ids among them. */
export function idsIn(json: Json): ReadonlySet<string> {
  const ids = new Set<string>();
  const visit = (value: Json | undefined): void => {
    if (typeof value === 'string') ids.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(json);
  return ids;
}

/** A member of JSON by its name; undefined where there is none. */
export function memberOf(json: Json | undefined, name: string): Json | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  return Object.hasOwn(json, name) ? (json as Readonly<Record<string, Json>>)[name] : undefined;
}

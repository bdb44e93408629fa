import { memberOf } from '../json.ts';

/**
 * Whether a view, or a copy of one, names a field in which something is that this version cannot show: then null is not
 * "nobody has said", and a rule about what is missing has nothing to say.
 *
 * @param path - such as `stage`, or `jobs.stage` with the id of the job
 */
export function isUnshownIn(view: object, path: string, row = ''): boolean {
  const dot = path.indexOf('.');
  if (row === '' || dot < 0) return names(view, path);
  const rows: unknown = memberOf(view, path.slice(0, dot));
  const list: readonly unknown[] = Array.isArray(rows) ? rows : [];
  const found = list.find((one): one is object => isObject(one) && memberOf(one, 'id') === row);
  return found !== undefined && names(found, path.slice(dot + 1));
}

function names(holder: object, name: string): boolean {
  const unshown: unknown = memberOf(holder, 'unshown');
  return Array.isArray(unshown) && unshown.includes(name);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

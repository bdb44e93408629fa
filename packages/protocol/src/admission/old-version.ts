import { isTooOld, type WriterVersions, versionIn } from '../writer-versions.ts';
import type { Shape } from '../shape.ts';
import { extensionsIn } from './names.ts';
import type { Placed } from './place.ts';

/**
 * Whether a device of these versions may write what it wrote: none of them is too old, and it has the extensions whose
 * fields it wrote in. A device without an extension writes what belongs to the section itself.
 */
export function writesAsItMay(placed: readonly Placed[], shape: Shape, versions: WriterVersions): boolean {
  const extensions = Object.entries(shape.extensions);
  const oldest = Object.fromEntries(extensions.map(([name, { oldestWriter }]) => [name, oldestWriter]));
  if (isTooOld(versions, { version: shape.oldestWriter, extensions: oldest })) return false;
  const lacking = new Set(extensions.flatMap(([name]) => (versionIn(versions, name) === undefined ? name : [])));
  return lacking.size === 0 || !placed.some((one) => namesOf(one).some((name) => lacking.has(name)));
}

function namesOf({ struct: { content }, found }: Placed): readonly string[] {
  if (found === 'gone') return [];
  if (found.root === 'versions') return extensionsIn(found.key ?? '');
  if (found.root !== 'claims') return extensionsIn(found.root.slice(0, found.root.indexOf('/') + 1));
  const claims: readonly unknown[] = content.type === 'any' ? content.values : [];
  return claims.flatMap((claim) =>
    Array.isArray(claim) && typeof claim[1] === 'string' ? extensionsIn(claim[1]) : [],
  );
}

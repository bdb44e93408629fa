import type { BatchRefusalCode } from '../codes.ts';
import type { FieldShape, Shape } from '../shape.ts';
import { fieldOf, isClaim } from './check-claim.ts';
import type { AdmissionLimits } from './limits.ts';
import { entityId, fieldPath, isReserved, plainName, versionKey } from './names.ts';
import type { StructPlace } from './place.ts';
import type { Content } from './struct.ts';

/** Says what is wrong with content at its place; null if nothing is. */
export function shapeFault(
  place: StructPlace,
  content: Content,
  shape: Shape | undefined,
  limits: AdmissionLimits,
): BatchRefusalCode | null {
  const { root, key, depth } = place;
  if (root.length > limits.nameLength || (key !== null && key.length > limits.nameLength)) return 'wrong-root';
  if (depth > limits.typeDepth) return 'too-large';
  if (content.type === 'any' && content.largest > limits.claimBytes) return 'too-large';
  if (content.type === 'binary' && content.bytes > limits.claimBytes) return 'too-large';
  if (root === 'claims') return claimsFault(place, content, shape, limits);
  if (root === 'versions') return versionsFault(place, content);
  if (root.includes('/')) return textFault(place, content, shape);
  if (!plainName.test(root) || isReserved(root)) return 'wrong-root';
  if (key !== null && (key === '' || isReserved(key))) return 'wrong-root';
  return null;
}

function claimsFault({ key, depth }: StructPlace, content: Content, shape: Shape | undefined, limits: AdmissionLimits) {
  if (key !== null || depth > 0) return 'wrong-shape';
  if (content.type === 'deleted') return null;
  if (content.type !== 'any') return 'wrong-shape';
  return content.values.every((value) => isClaim(value, shape, limits)) ? null : 'wrong-claim';
}

/** Keys `w1`, `w2` and so on, each with the value true. */
function versionsFault({ key, depth }: StructPlace, content: Content) {
  if (depth > 0 || key === null) return 'wrong-shape';
  if (!versionKey.test(key)) return 'wrong-root';
  if (content.type === 'deleted') return null;
  return content.type === 'any' && content.values.length === 1 && content.values[0] === true ? null : 'wrong-shape';
}

/** Roots named `<field>/<entity>` are flat texts. */
function textFault(
  { root, key, depth }: StructPlace,
  content: Content,
  shape: Shape | undefined,
): BatchRefusalCode | null {
  const slash = root.indexOf('/');
  const field = root.slice(0, slash);
  const entity = root.slice(slash + 1);
  if (!fieldPath.test(field) || !entityId.test(entity)) return 'wrong-root';
  const known = fieldOf(shape, field);
  if (known !== undefined) {
    if (known.kind !== 'text' && known.kind !== 'rich-text') return 'wrong-root';
    if (field.includes('.') !== (entity !== '')) return 'wrong-root';
  }
  if (key !== null || depth > 0) return 'wrong-shape';
  switch (content.type) {
    case 'string':
    case 'deleted':
      return null;
    case 'format':
      return formatAllowed(content.key, content.value, known) ? null : 'wrong-shape';
    case 'any':
    case 'binary':
    case 'gc':
    case 'type':
      return 'wrong-shape';
  }
}

const formatBytes = 2048;

/** A format is on the field's list, and its value is null, a boolean, a number or a text. */
function formatAllowed(key: string, value: string, known: FieldShape | undefined): boolean {
  if (known?.kind === 'text' || isReserved(key) || !plainName.test(key)) return false;
  if (known?.kind === 'rich-text' && !known.formats.includes(key)) return false;
  if (value.length > formatBytes) return false;
  try {
    const parsed: unknown = JSON.parse(value);
    return parsed === null || typeof parsed !== 'object';
  } catch {
    return false;
  }
}

import type { FieldShape, Shape } from '../shape.ts';
import type { AdmissionLimits } from './limits.ts';
import { entityId, fieldPath } from './names.ts';

/** The shape of a field; undefined if the schema does not list it. */
export const fieldOf = (shape: Shape | undefined, field: string): FieldShape | undefined =>
  shape !== undefined && Object.hasOwn(shape.fields, field) ? shape.fields[field] : undefined;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Says whether a value is a claim: `[entity, field, value, meta?]`, in the form that its field's kind asks for. */
export function isClaim(claim: unknown, shape: Shape | undefined, limits: AdmissionLimits): boolean {
  if (!Array.isArray(claim) || claim.length < 3 || claim.length > 4) return false;
  const [entity, field, value, meta] = claim as readonly unknown[];
  if (typeof entity !== 'string' || typeof field !== 'string' || !entityId.test(entity)) return false;
  if (claim.length === 4 && !isMeta(meta)) return false;
  if (field === '!') return entity !== '' && isStrike(value);
  if (field.length > limits.nameLength || !fieldPath.test(field)) return false;
  const known = fieldOf(shape, field);
  return known === undefined || fits(known, entity, field, value);
}

/** Says whether a claim is an entry of a log or is added to one, which one who may only append may write. */
export function isOfLog(claim: unknown, shape: Shape | undefined): boolean {
  const field: unknown = Array.isArray(claim) ? claim[1] : undefined;
  const kind = typeof field === 'string' ? fieldOf(shape, field)?.kind : undefined;
  return kind === 'log' || kind === 'addendum';
}

function fits({ kind }: FieldShape, entity: string, field: string, value: unknown): boolean {
  switch (kind) {
    case 'collection':
      return entity !== '' && value === true;
    case 'log':
      return entity !== '' && isObject(value);
    case 'addendum':
      return entity !== '' && isAddendum(value);
    case 'text':
    case 'rich-text':
      return false;
    case 'position':
    case 'progress':
    case 'register':
    case 'set':
      // A member of a row has a dot in its path and an entity; a field of the section has neither.
      return field.includes('.') === (entity !== '');
  }
}

/** Entered in error: why, and what was seen. */
const isStrike = (value: unknown): boolean => isObject(value) && typeof value['why'] === 'string' && 'saw' in value;

/** Something added to an entry: its words, and how many were added before. */
const isAddendum = (value: unknown): boolean =>
  isObject(value) && typeof value['nth'] === 'number' && typeof value['text'] === 'string';

/** The client that wrote a claim first, where it is said. */
export const metaOf = (meta: unknown): number | undefined =>
  isObject(meta) && typeof meta['of'] === 'number' ? meta['of'] : undefined;

/** The device's time, the first author's client, a reason; a later version may add more. */
function isMeta(meta: unknown): boolean {
  if (!isObject(meta)) return false;
  const { t, of, why } = meta;
  return (
    (t === undefined || typeof t === 'number') &&
    (of === undefined || typeof of === 'number') &&
    (why === undefined || typeof why === 'string')
  );
}

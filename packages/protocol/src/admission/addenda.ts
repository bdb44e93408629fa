import type { Shape } from '../shape.ts';
import { fieldOf, metaOf } from './check-claim.ts';
import type { Known } from './known.ts';
import type { Placed } from './place.ts';

/**
 * Says whether every addendum of an update is to an entry of its author's own. Who looks for an entry walks the claims
 * of the section, which only an update with an addendum pays.
 */
export function addendaAreOwn(
  placed: readonly Placed[],
  known: Known,
  shape: Shape | undefined,
  isOwn: (client: number) => boolean,
): boolean {
  const wanted = new Map<string, 'unknown' | 'own' | 'another’s'>();
  for (const { field, entity } of claimsIn(placed)) {
    if (fieldOf(shape, field)?.kind === 'addendum') wanted.set(keyOf(logOf(field), entity), 'unknown');
  }
  if (wanted.size === 0) return true;
  for (const { entity, field, client, of } of [...claimsOf(known), ...claimsIn(placed)]) {
    const key = keyOf(field, entity);
    const so = wanted.get(key);
    if (so === undefined || so === 'another’s') continue;
    wanted.set(key, isOwn(client) || (of !== undefined && isOwn(of)) ? 'own' : 'another’s');
  }
  return [...wanted.values()].every((whose) => whose === 'own');
}

interface WrittenAddendum {
  readonly entity: string;
  readonly field: string;
  readonly client: number;
  /** The client that wrote it first, where it was released or restored by another. */
  readonly of: number | undefined;
}

const keyOf = (log: string, entity: string): string => `${log}/${entity}`;
const logOf = (field: string): string => field.slice(0, field.indexOf('.'));

function claimsIn(placed: readonly Placed[]): WrittenAddendum[] {
  return placed.flatMap(({ struct: { id, content }, found }) => {
    if (found === 'gone' || found.root !== 'claims' || content.type !== 'any') return [];
    return content.values.flatMap((claim) => readClaim(claim, id.client));
  });
}

const claimsOf = (known: Known): WrittenAddendum[] =>
  [...known.values('claims')].flatMap(({ client, value }) => readClaim(value, client));

function readClaim(claim: unknown, client: number): WrittenAddendum[] {
  if (!Array.isArray(claim)) return [];
  const [entity, field, , meta] = claim as readonly unknown[];
  return typeof entity === 'string' && typeof field === 'string' ? [{ entity, field, client, of: metaOf(meta) }] : [];
}

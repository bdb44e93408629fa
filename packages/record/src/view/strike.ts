import type { Json } from '../json.ts';
import type { Claim } from '../claims/claim.ts';
import type { TextReading } from '../texts/text-reading.ts';
import { canonicalJson } from '../json.ts';
import { compareText } from '../claims/claim.ts';

/** What an entity holds that a strike may have missed. */
export interface Strikable {
  readonly cells: readonly (readonly Claim[])[];
  readonly texts: readonly TextReading[];
  readonly strikes: readonly Claim[];
}

/** What somebody says who strikes a row: why, and the last clock of each client that they saw in it. */
export type StrikeValue = { readonly why: string; readonly saw: { readonly [client: string]: number } };

/** What the strikes of an entity come to: it is struck, or shown with the reason and what they missed. */
export type Struck =
  | { readonly type: 'not-struck' }
  | { readonly type: 'hidden' }
  | { readonly type: 'missed'; readonly why: string; readonly missed: readonly Claim[] };

/** Decides whether an entity is hidden: it is if one of its strikes saw all that is in it. */
export function judgeStrikes(entity: Strikable): Struck {
  if (entity.strikes.length === 0) return notStruck;
  const strikes = entity.strikes.flatMap((claim) => strikeOf(claim.value) ?? []);
  if (strikes.length === 0) return notStruck;
  if (strikes.some((strike) => sawAll(strike, entity))) return { type: 'hidden' };
  const [first] = strikes.toSorted((a, b) => compareText(canonicalJson(a), canonicalJson(b)));
  const unseen = entity.cells
    .flat()
    .filter((claim) => !strikes.some((strike) => saw(strike, claim.client, claim.clock)));
  return { type: 'missed', why: first?.why ?? '', missed: unseen };
}

const notStruck: Struck = { type: 'not-struck' };

/** The strike of somebody who sees this much of an entity. */
export function strikeSeeing({ cells, texts }: Omit<Strikable, 'strikes'>, why: string): StrikeValue {
  const last = new Map<number, number>();
  const note = (client: number, clock: number): void => {
    if (clock > (last.get(client) ?? -1)) last.set(client, clock);
  };
  for (const claim of cells.flat()) note(claim.client, claim.clock);
  for (const { seen } of texts) for (const [client, clock] of seen) note(client, clock);
  return { why, saw: Object.fromEntries([...last].toSorted(([a], [b]) => a - b)) };
}

/** Reads the value of a strike; undefined for what is none. */
export function strikeOf(value: Json): StrikeValue | undefined {
  if (typeof value !== 'object' || value === null || !('why' in value) || !('saw' in value)) return undefined;
  const { why, saw } = value;
  if (typeof why !== 'string' || typeof saw !== 'object' || saw === null) return undefined;
  const clocks = Object.entries(saw).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return { why, saw: Object.fromEntries(clocks) };
}

const saw = (strike: StrikeValue, client: number, clock: number): boolean => clock <= (strike.saw[client] ?? -1);

const sawAll = (strike: StrikeValue, { cells, texts }: Strikable): boolean =>
  cells.every((claims) => claims.every((claim) => saw(strike, claim.client, claim.clock))) &&
  texts.every(({ seen }) => [...seen].every(([client, clock]) => saw(strike, client, clock)));

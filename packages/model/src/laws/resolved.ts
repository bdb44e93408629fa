import type { Json } from '@caseweave/record';
import type { Directory } from '../memory/authority.ts';
import type { RecordState } from '../records/record-state.ts';
import type { ValueKind } from '../values/value-kind.ts';
import type { Drawn } from './drawn-value.ts';

/** What there is when a step is played. */
export interface Surroundings {
  readonly directory: Directory;
  readonly states: readonly RecordState[];
  readonly at: number;
  /** Those whom the record at hand names: drawn as often as all others, since most decisions are about them. */
  readonly near: readonly string[];
  /** Makes an id that nobody has. */
  readonly fresh: () => string;
}

/** A drawn value with those whom and what its numbers stand for. */
export function resolved(kind: ValueKind, drawn: Drawn, around: Surroundings): Json {
  if (drawn === null) return null;
  switch (kind.type) {
    case 'moment':
      return Math.max(0, around.at + Number(drawn));
    case 'who':
      return whoOf(Number(drawn), around);
    case 'record':
      return recordOf(kind.kind, Number(drawn), around);
    case 'who-or-record':
      return Number(drawn) % 2 === 0
        ? recordOf(kind.kind, Math.floor(Number(drawn) / 2), around)
        : whoOf(Math.floor(Number(drawn) / 2), around);
    case 'unit':
      return picked(around.directory.units?.[kind.unit] ?? [], drawn)?.id ?? 'none';
    case 'list':
      return Array.isArray(drawn) ? drawn.map((one: Drawn) => resolved(kind.of, one, around)) : [];
    case 'group':
      return Object.fromEntries(
        Object.entries(kind.fields).map(([name, field]) => [
          name,
          resolved(field.kind, (drawn as Readonly<Record<string, Json>>)[name] ?? null, around),
        ]),
      );
    case 'code':
    case 'day':
    case 'line':
    case 'passage':
    case 'number':
    case 'truth':
    case 'row':
    case 'identifier':
      return drawn;
  }
}

/** Somebody whom the record names, or anybody, in turn. */
const whoOf = (drawn: number, { directory, near }: Surroundings): string =>
  (drawn % 2 === 0 ? picked(near, Math.floor(drawn / 2)) : undefined) ??
  picked(directory.people, Math.floor(drawn / 2))?.who.id ??
  'nobody';

/** A record of a kind, or a new one, in turn. */
function recordOf(kind: string, drawn: number, { states, fresh }: Surroundings): string {
  const found = states.filter((state) => state.kind === kind);
  return drawn % 2 === 0 ? fresh() : (picked(found, Math.floor(drawn / 2))?.record ?? fresh());
}

const picked = <Value>(values: readonly Value[], drawn: Drawn): Value | undefined =>
  values[Number(drawn) % Math.max(1, values.length)];

import type { Json } from '@caseweave/record';
import type { AnyKind } from '../kinds/kind.ts';
import { jsonSchemaOf } from '../values/json-schema.ts';

/** A kind of record as plain data. */
export interface KindSummary {
  readonly title: string;
  readonly about: string;
  /** The version of the facts, and what they are as JSON Schema, where their validator can say it. */
  readonly facts: { readonly version: number; readonly shape: Json | null };
  /** What each seat means, and each condition. */
  readonly seats: Readonly<Record<string, string>>;
  readonly conditions: Readonly<Record<string, string>>;
  /** The conditions that seat people themselves, in the cells that name them. */
  readonly seating?: readonly string[];
}

const says = (sentences: Readonly<Record<string, { readonly says: string }>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(sentences).map(([name, sentence]) => [name, sentence.says]));

/** Sums up a kind of record. */
export function kindSummary({ title, about, facts, seats, conditions }: AnyKind): KindSummary {
  const seating = Object.entries(conditions).flatMap(([name, { sits }]) => (sits === undefined ? [] : [name]));
  return {
    title,
    about,
    facts: { version: facts.version, shape: jsonSchemaOf(facts.schema) },
    seats: says(seats),
    conditions: says(conditions),
    ...(seating.length > 0 && { seating }),
  };
}

import type { Json } from '@caseweave/record';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { canonicalText } from './canonical.ts';

/** Few, so that edits collide. */
const poolSize = 3;

/**
 * A few different values that a validator lets pass. A validator cannot be turned round, so these are guessed: from its
 * JSON Schema where it gives one, and from a list of common values; what it does not let pass is thrown away.
 */
export function poolOf(schema: StandardSchemaV1, hints: readonly unknown[] = []): readonly Json[] {
  const pool = new Map<string, Json>();
  for (const guess of [...hints, ...guessesFor(jsonSchemaOf(schema)), ...common]) {
    const value = accepted(schema, guess);
    if (value !== undefined && value !== null) pool.set(canonicalText(value), value);
    if (pool.size >= poolSize) break;
  }
  return [...pool.values()];
}

/** What is stored of a value, if the validator lets it pass, and what it makes of it as well. */
function accepted(schema: StandardSchemaV1, guess: unknown): Json | undefined {
  const result = run(schema, guess);
  if (result === undefined) return undefined;
  const isList = typeof guess === 'object';
  const stored = isList ? guess : result.value;
  if (!isJson(stored)) return undefined;
  return run(schema, stored) === undefined ? undefined : stored;
}

function run(schema: StandardSchemaV1, value: unknown): StandardSchemaV1.SuccessResult<unknown> | undefined {
  try {
    const result = schema['~standard'].validate(value);
    return result instanceof Promise || result.issues !== undefined ? undefined : result;
  } catch {
    return undefined;
  }
}

const isJson = (value: unknown): value is Json =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (Array.isArray(value) && value.every(isJson)) ||
  (typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isJson));

const formatted: Readonly<Record<string, readonly string[]>> = {
  date: ['2026-12-01', '2026-12-03', '2026-12-08'],
  'date-time': ['2026-12-01T10:00:00Z', '2026-12-03T11:30:00Z'],
  time: ['10:00:00', '11:30:00', '10:00', '11:30'],
  email: ['pears@example.org', 'plums@example.org'],
  uri: ['https://example.org/pears', 'https://example.org/plums'],
  uuid: ['0b0c6f0e-7d7a-4d6e-9a3c-0d6b1d8e5f01', '0b0c6f0e-7d7a-4d6e-9a3c-0d6b1d8e5f02'],
};

const common: readonly Json[] = [
  'pears',
  'plums',
  'figs',
  1,
  2,
  3,
  true,
  false,
  ...Object.values(formatted).flat(),
  '07700900123',
  '07700900456',
  'LS1 4DY',
  'a',
  'b',
  'A1',
  'B2',
  '1',
  '2',
  'pears, plums and figs',
  0,
  10,
  100,
  0.5,
  -1,
  [],
  ['pears'],
  ['pears', 'plums'],
  [1],
  {},
];

/** As much of a JSON Schema as helps to guess. */
interface JsonSchema {
  readonly [keyword: string]: unknown;
}

function jsonSchemaOf(schema: StandardSchemaV1): JsonSchema | undefined {
  const standard: object = schema['~standard'];
  const converter = member(standard, 'jsonSchema');
  const input = converter === undefined ? undefined : member(converter, 'input');
  if (typeof input !== 'function') return undefined;
  try {
    const made: unknown = (input as (options: { target: string }) => unknown).call(converter, {
      target: 'draft-2020-12',
    });
    return isSchema(made) ? made : undefined;
  } catch {
    // A validator with parts that JSON Schema cannot say.
    return undefined;
  }
}

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;
const member = (value: unknown, name: string): unknown => (isSchema(value) ? value[name] : undefined);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function* guessesFor(schema: JsonSchema | undefined, depth = 0): Iterable<unknown> {
  if (schema === undefined || depth > 4) return;
  yield* listOf(schema['enum']);
  if ('const' in schema) yield schema['const'];
  yield* listOf(schema['examples']);
  for (const keyword of ['anyOf', 'oneOf', 'allOf'])
    for (const part of listOf(schema[keyword])) if (isSchema(part)) yield* guessesFor(part, depth + 1);
  if (schema['type'] === 'integer' || schema['type'] === 'number') yield* numbersFor(schema);
  if (schema['type'] === 'string') yield* textsFor(schema);
  if (schema['type'] === 'array') yield* listsFor(schema, depth);
  if (schema['type'] === 'object') yield* objectsFor(schema, depth);
}

function* numbersFor({ minimum, maximum, exclusiveMinimum, multipleOf }: JsonSchema): Iterable<number> {
  const step = typeof multipleOf === 'number' ? multipleOf : 1;
  const low =
    typeof minimum === 'number' && minimum > -1e9
      ? minimum
      : typeof exclusiveMinimum === 'number'
        ? exclusiveMinimum + step
        : undefined;
  if (low !== undefined) yield* [low, low + step, low + 2 * step];
  if (typeof maximum === 'number' && maximum < 1e9) yield* [maximum, maximum - step, maximum - 2 * step];
}

function* textsFor({ minLength, maxLength, format }: JsonSchema): Iterable<string> {
  if (typeof format === 'string') yield* formatted[format] ?? [];
  const least = typeof minLength === 'number' ? minLength : 0;
  const most = typeof maxLength === 'number' ? maxLength : 200;
  for (const word of ['pears', 'plums', 'figs'])
    yield word.length >= least ? word.slice(0, most) : word.repeat(Math.ceil(least / word.length)).slice(0, least);
}

function* listsFor({ items, minItems }: JsonSchema, depth: number): Iterable<readonly unknown[]> {
  const members = [...guessesFor(isSchema(items) ? items : {}, depth + 1), ...common].slice(0, 3);
  const least = typeof minItems === 'number' ? minItems : 0;
  for (let length = least; length <= least + 2; length += 1)
    yield Array.from({ length }, (_, index) => members[index % members.length]);
}

function* objectsFor({ properties, required }: JsonSchema, depth: number): Iterable<object> {
  const names = listOf(required).filter((name) => typeof name === 'string');
  const choices = names.map((name) => {
    const property = member(properties, name);
    const guesses = [...guessesFor(isSchema(property) ? property : {}, depth + 1)];
    return guesses.length === 0 ? common.slice(0, 6) : guesses;
  });
  for (let nth = 0; nth < 6; nth += 1)
    yield Object.fromEntries(names.map((name, at) => [name, choices[at]?.[nth % (choices[at]?.length ?? 1)]]));
}

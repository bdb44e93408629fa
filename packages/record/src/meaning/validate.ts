import type { StandardSchemaV1 } from '@standard-schema/spec';
import { AppCode } from '../app-code.ts';
import { copyJson, type Json } from '../json.ts';
import { RecordError } from '../outcomes.ts';
import { wrongValue, type Checked } from './meaning.ts';

/**
 * Checks a value with a validator, and copies it.
 *
 * What a validator makes of a plain value is stored (a trimmed text); a list or an object is stored as it was given, so
 * that members which only a later version knows pass through.
 */
export function checkWith(schema: StandardSchemaV1, input: unknown, appCode: AppCode): Checked {
  const given = copyJson(input);
  if (!given.ok) return given;
  const result = run(schema, given.value, appCode);
  if (result.issues !== undefined) return failed(result.issues);
  if (result.value === given.value) return given;
  const made = copyJson(result.value);
  if (!made.ok) return made;
  if (typeof given.value === 'object') return given;
  // What is stored is checked again whenever it is read, here and on other devices.
  const again = run(schema, made.value, appCode);
  return again.issues === undefined ? made : failed(again.issues);
}

/**
 * Tells whether a stored value is one that the validator lets pass. One that the validator fails over is none: whatever
 * is in a document must not keep the rest from being read.
 */
export function passes(schema: StandardSchemaV1, value: unknown, appCode: AppCode): boolean {
  const result = answer(schema, value, appCode);
  return !(result instanceof Promise) && result.issues === undefined;
}

/**
 * Tells whether a validator lets pass what is no value, for whoever declares a field.
 *
 * @throws RecordError `async-validator`
 */
export function passesNothing(schema: StandardSchemaV1, nothing: null | undefined): boolean {
  return run(schema, nothing, unheard).issues === undefined;
}

/** Tells of a validator of what JSON cannot carry: found by trying it, since no validator says what it gives. */
export function givesNoJson(schema: StandardSchemaV1): boolean {
  const given = samples.flatMap((sample) => {
    const result = answer(schema, sample, unheard);
    return result instanceof Promise || result.issues !== undefined ? [] : [result.value];
  });
  if (given.length > 0) return given.some((value) => value !== undefined && !copyJson(value).ok);
  return others.some((other) => passes(schema, other, unheard));
}

const samples: readonly Json[] = ['', 'a', '1', '2026-01-02', '2026-01-02T03:04:05Z', 0, 1, true, [], {}];
const others: readonly unknown[] = [
  new Date(0),
  0n,
  new Map(),
  new Set(),
  new Uint8Array(),
  Symbol('a value'),
  () => undefined,
  Number.NaN,
  Number.POSITIVE_INFINITY,
];

function run(schema: StandardSchemaV1, value: Json | undefined, appCode: AppCode): StandardSchemaV1.Result<unknown> {
  const result = answer(schema, value, appCode);
  if (!(result instanceof Promise)) return result;
  throw new RecordError(
    'async-validator',
    'A validator of a record must answer at once, whatever it is given: replace one that is asynchronous, or that throws.',
  );
}

function answer(
  schema: StandardSchemaV1,
  value: unknown,
  appCode: AppCode,
): StandardSchemaV1.Result<unknown> | Promise<unknown> {
  return appCode.call<StandardSchemaV1.Result<unknown> | Promise<unknown>>(
    'validator',
    () => {
      const result = schema['~standard'].validate(value);
      // Some validators promise an answer where they throw; nobody waits for it.
      if (result instanceof Promise) result.catch((error: unknown) => appCode.report('validator', error));
      return result;
    },
    { issues: [{ message: 'the validator cannot tell whether the value is allowed here' }] },
  );
}

/** What a validator throws while a schema is declared is an answer of its own. */
const unheard = new AppCode();

const failed = (issues: readonly StandardSchemaV1.Issue[]): Checked =>
  wrongValue(issues[0]?.message ?? 'the value is not allowed here', 'Give a value that the field allows.');

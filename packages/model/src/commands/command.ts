import type { Json } from '@caseweave/record';
import { z } from 'zod';
import type { AnyDecision } from '../decisions/any-decision.ts';
import type { DecisionRefusal } from '../decisions/refusal.ts';
import type { Model } from '../model/model.ts';
import type { Schema } from '../values/schema.ts';
import { upgraded } from './upgraded.ts';

/** A section of a record that a command begins, whose id its device has made so that it can be written in at once. */
export interface ProposedSection {
  readonly record: string;
  readonly name: string;
  readonly section: string;
}

/** Something that is to be decided: ordered at the server, pending on a device until then. */
export interface Command {
  readonly decision: AnyDecision;
  /** The record that it is about. */
  readonly record: string;
  /** Checked, and of the decision's present version. */
  readonly form: unknown;
  readonly sections: readonly ProposedSection[];
}

/** What was made of JSON that should be a command. */
export type ParsedCommand =
  | { readonly type: 'command'; readonly command: Command }
  | { readonly type: 'refused'; readonly refusal: DecisionRefusal };

const MOST_SECTIONS = 320;
// 16 random bytes in base64url.
const randomId = z.string().regex(/^[A-Za-z0-9_-]{21}[AQgw]$/, 'is not 22 characters of a random id');
const around = z.looseObject({
  type: z.string().max(40),
  version: z.int().min(1).optional(),
  record: randomId,
  sections: z
    .array(z.strictObject({ record: randomId, name: z.string().max(64), section: randomId }).readonly())
    .max(MOST_SECTIONS)
    .readonly()
    .optional(),
});

/**
 * Reads a command from JSON of any origin: `type` is the decision's name, `version` that of its form (1 unless said),
 * `record` what it is about, `sections` ids that its device has made, and the rest its form. Whether it may be carried
 * out is not judged.
 */
export function parseCommand(model: Model, json: unknown): ParsedCommand {
  const read = around.safeParse(json);
  if (!read.success)
    return malformed(
      model,
      read.error.issues.map(({ path, message }) => told(path, message)),
    );
  const { type, version = 1, record, sections = [], ...rest } = read.data;
  const decision = model.decisions.get(type);
  if (decision === undefined) return malformed(model, ['type: is no decision that is known here']);
  if (version > decision.version) return { type: 'refused', refusal: model.refusal('newer') };
  const form = checked(decision.form, upgraded(rest as Json, version, decision.version, decision.upgrade));
  if (form.type === 'faults') return malformed(model, form.faults);
  const command: Command = { decision, record, form: form.value, sections };
  const faults = [...faultsOf(model, command)];
  return faults.length > 0 ? malformed(model, faults) : { type: 'command', command };
}

/** A command as JSON, in the form in which it is sent, kept and told. */
export const commandJson = ({ decision, record, form, sections }: Command): Json => ({
  type: decision.name,
  ...(decision.version === 1 ? {} : { version: decision.version }),
  record,
  ...(form as { readonly [name: string]: Json }),
  ...(decision.type === 'opening' || decision.begins !== undefined
    ? { sections: sections.map((section) => ({ ...section })) }
    : {}),
});

/** Those who sign in whom a command names. */
export const peopleOf = ({ decision, form }: Command): readonly string[] => decision.people?.(form) ?? [];

/** The records that a command names and that must exist, beside the one that it is about. */
export const othersOf = ({ decision, form }: Command): readonly string[] => decision.others?.(form) ?? [];

/** The records that a command begins, with the kind of each: the one that it is about too, where it opens that. */
export function begunBy({ decision, record, form }: Command): ReadonlyMap<string, string> {
  const beside = decision.begins?.(form, { who: null, at: 0 }) ?? [];
  return new Map([
    ...(decision.type === 'opening' ? [[record, decision.kind] as const] : []),
    ...beside.map((begun) => [begun.record, begun.kind] as const),
  ]);
}

function* faultsOf(model: Model, command: Command): Generator<string> {
  const begun = begunBy(command);
  const beside = command.decision.begins?.(command.form, { who: null, at: 0 }) ?? [];
  const records = [command.record, ...beside.map(({ record }) => record), ...othersOf(command)];
  if (new Set(records).size < records.length) yield 'names a record twice';
  const names = new Set<string>();
  const ids = new Set<string>(records);
  for (const { record, name, section } of command.sections) {
    const kind = begun.get(record);
    if (kind === undefined) yield 'has a section of a record that it does not begin';
    else if (model.section(name)?.part.kind !== kind) yield 'has a section that no such record has';
    if (names.has(`${record}/${name}`)) yield 'has a section twice';
    if (ids.has(section)) yield 'uses an id twice';
    names.add(`${record}/${name}`);
    ids.add(section);
  }
}

type Checked =
  | { readonly type: 'value'; readonly value: unknown }
  | { readonly type: 'faults'; readonly faults: string[] };

/** Checks a value by a Standard Schema; what is wrong names fields, and never what stands in them. */
function checked(schema: Schema<unknown>, value: unknown): Checked {
  const result = schema['~standard'].validate(value);
  if (result instanceof Promise) return { type: 'faults', faults: ['the form: is checked too late'] };
  if (result.issues === undefined) return { type: 'value', value: result.value };
  return {
    type: 'faults',
    faults: result.issues.map(({ path = [], message }) =>
      told(
        path.map((step) => (typeof step === 'object' ? step.key : step)),
        'code' in result && message.includes('"') ? 'does not fit' : message,
      ),
    ),
  };
}

// What is wrong is for whoever made the app; a message that quotes what was given is not repeated.
const told = (path: readonly PropertyKey[], message: string): string =>
  `${path.map(String).join('.') || 'the command'}: ${/["'`]/.test(message) ? 'is not known here, or does not fit' : message}`;

const malformed = (model: Model, faults: readonly string[]): ParsedCommand => ({
  type: 'refused',
  refusal: model.refusal('malformed', faults[0] ?? null),
});

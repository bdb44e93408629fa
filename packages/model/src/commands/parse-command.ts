import type { Json } from '@caseweave/record';
import { z } from 'zod';
import type { AnyDecision } from '../decisions/any-decision.ts';
import type { DecisionRefusal } from '../decisions/refusal.ts';
import type { Model } from '../model/model.ts';
import { checkValue } from '../values/check-value.ts';
import { faultWords } from '../values/fault-words.ts';
import { type Command, begunBy, besideOf, othersOf, peopleOf } from './command.ts';
import { FaultOfModel, asking, pathOf } from './fault-of-model.ts';
import { upgraded } from './upgraded.ts';

/** What was made of JSON that should be a command. */
export type ParsedCommand =
  | { readonly type: 'command'; readonly command: Command }
  | { readonly type: 'refused'; readonly refusal: DecisionRefusal };

const MOST_SECTIONS = 320;
// 16 random bytes in base64url.
const randomId = z.string().regex(/^[A-Za-z0-9_-]{21}[AQgw]$/);
const around = z.looseObject({
  type: z.string().max(40),
  version: z.int().min(1).optional(),
  record: randomId,
  sections: z
    .array(z.strictObject({ record: randomId, name: z.string().max(128), section: randomId }).readonly())
    .max(MOST_SECTIONS)
    .readonly()
    .optional(),
});

/**
 * Reads a command from JSON of any origin: `type` is the decision's name, `version` that of its form (1 unless said),
 * `record` what it is about, `sections` ids that its device has made, and the rest its form. Whether it may be carried
 * out is not judged. Nothing that was given is repeated in a refusal.
 */
export function parseCommand(model: Model, json: unknown): ParsedCommand {
  const read = around.safeParse(json);
  if (!read.success)
    return malformed(model, aroundFaults[String(read.error.issues[0]?.path[0])] ?? 'the command: is no object');
  const { type, version = 1, record, sections = [], ...rest } = read.data;
  // It is no member that an object which was read still has: it is looked for in what came.
  if (Object.hasOwn(json as object, '__proto__')) return malformed(model, 'the form: has a member that is no name');
  const decision = model.decisions.get(type);
  if (decision === undefined) return malformed(model, 'type: is no decision that is known here');
  if (version > decision.version) return { type: 'refused', refusal: model.refusal('newer') };
  const form = checkedForm(decision, rest as Json, version);
  if (form.type === 'faults') return malformed(model, faultWords(decision.form.valueKind, form.paths[0] ?? []));
  const command: Command = { decision, record, form: form.value, sections };
  try {
    const fault = faultOf(model, command);
    return fault === undefined ? { type: 'command', command } : malformed(model, fault);
  } catch (error) {
    model.report(pathOf(error, `decisions.${decision.name}`), error);
    return { type: 'refused', refusal: model.refusal('failed') };
  }
}

function checkedForm({ form, version, upgrade }: AnyDecision, json: Json, from: number) {
  try {
    return checkValue(form, upgraded(json, from, version, upgrade));
  } catch {
    // A form of an older version that was never checked: what it cannot be brought up from is the form's mistake.
    return { type: 'faults', paths: [[]] } as const;
  }
}

/** What of a command does not fit together; undefined where it does. Its decision's code is asked here once, so that it answers later. */
function faultOf(model: Model, command: Command): string | undefined {
  const path = `decisions.${command.decision.name}`;
  const beside = asking(`${path}.begins`, () => besideOf(command, { who: null, at: 0 }));
  asking(`${path}.people`, () => peopleOf(command));
  const others = asking(`${path}.others`, () => othersOf(command));
  const records = [command.record, ...beside.map(({ record }) => record), ...others];
  if (new Set(records).size < records.length) return 'the form: names a record twice';
  for (const { record, kind } of beside) {
    if (!randomId.safeParse(record).success) return 'the form: begins a record by what is no random id';
    if (!model.kinds.has(kind))
      throw new FaultOfModel(`${path}.begins`, new TypeError('It begins a record of no kind.'));
  }
  const begun = begunBy(command);
  const [names, ids] = [new Set<string>(), new Set<string>(records)];
  for (const { record, name, section } of command.sections) {
    const kind = begun.get(record);
    if (kind === undefined) return 'sections: has one of a record that it does not begin';
    if (model.section(name)?.part.kind !== kind) return 'sections: has one that no such record has';
    if (names.has(`${record}/${name}`)) return 'sections: has one twice';
    if (ids.has(section)) return 'sections: uses an id twice';
    names.add(`${record}/${name}`);
    ids.add(section);
  }
  return undefined;
}

// What is wrong is for whoever made the app.
const aroundFaults: Readonly<Record<string, string>> = {
  type: 'type: is no name of a decision',
  version: 'version: is no version of a form',
  record: 'record: is not 22 characters of a random id',
  sections: `sections: are not ${MOST_SECTIONS} at most, each a record, a name and a random id`,
};

const malformed = (model: Model, fault: string): ParsedCommand => ({
  type: 'refused',
  refusal: model.refusal('malformed', fault),
});

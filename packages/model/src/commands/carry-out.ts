import type { Begun, DecidedBy } from '../decisions/deciding.ts';
import type { Model } from '../model/model.ts';
import type { RecordState } from '../records/record-state.ts';
import { checkValue } from '../values/check-value.ts';
import { type Command, besideOf } from './command.ts';
import { FaultOfModel, asking } from './fault-of-model.ts';

/** What is decided once a command is carried out: the record that it is about first, then those that it begins beside. */
export interface CarriedOut {
  readonly state: RecordState;
  readonly begun: readonly RecordState[];
}

/**
 * Carries out a command on what is decided. That it may be so has been judged; server and devices run the same.
 *
 * @param state - undefined where the command begins the record
 * @throws FaultOfModel where code of the model throws, or gives facts that its kind does not allow: `judgeCommand` refuses
 *   such a command
 */
export function carryOut(model: Model, command: Command, state: RecordState | undefined, by: DecidedBy): CarriedOut {
  const { decision, record, form } = command;
  const path = `decisions.${decision.name}`;
  const facts = asking(`${path}.fold`, () =>
    decision.type === 'opening' ? decision.fold(form, by) : decision.fold(state?.facts, form, by),
  );
  const subject: RecordState = { record, kind: decision.kind, facts, linkedFrom: state?.linkedFrom ?? [] };
  allowed(model, subject, `${path}.fold`);
  const begun = begunBeside(model, command, subject, by);
  return { state: { ...subject, linkedFrom: [...subject.linkedFrom, ...linkedTo(model, subject, begun)] }, begun };
}

/**
 * The records that a command begins beside the one that it is about.
 *
 * @param subject - that one once it is decided; undefined where nothing is known of it
 */
export function begunBeside(
  model: Model,
  command: Command,
  subject: RecordState | undefined,
  by: DecidedBy,
): readonly RecordState[] {
  const path = `decisions.${command.decision.name}.begins`;
  const beside = asking(path, () => besideOf(command, by)).map(asState);
  for (const one of beside) allowed(model, one, path);
  const around = subject === undefined ? beside : [subject, ...beside];
  return beside.map((one) => ({ ...one, linkedFrom: linkedTo(model, one, around) }));
}

/** Those of some records that link to one, each without what links to it. */
const linkedTo = (model: Model, { record }: RecordState, around: readonly RecordState[]): readonly RecordState[] =>
  around
    .filter((other) => other.record !== record && linksOf(model, other).includes(record))
    .map((other) => ({ ...other, linkedFrom: [] }));

const asState = ({ record, kind, facts }: Begun): RecordState => ({ record, kind, facts, linkedFrom: [] });

const linksOf = (model: Model, { kind, facts }: RecordState): readonly string[] =>
  asking(`kinds.${kind}.index.links`, () => model.kinds.get(kind)?.index.links(facts) ?? []);

function allowed(model: Model, { kind, facts }: RecordState, path: string): void {
  const schema = model.kinds.get(kind)?.facts.schema;
  if (schema === undefined) throw new FaultOfModel(path, new TypeError('It begins a record of no kind.'));
  if (checkValue(schema, facts).type === 'faults')
    throw new FaultOfModel(path, new TypeError('It gives facts that the schema of its kind does not allow.'));
}

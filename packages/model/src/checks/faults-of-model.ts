import { ADOPT } from '../decisions/entry.ts';
import { COMMON_REFUSALS } from '../decisions/refusal.ts';
import type { ModelDeclaration } from '../domain/model-declaration.ts';
import type { Kind } from '../kinds/kind.ts';
import { cellCondition, cellLevel } from '../rights/cell.ts';
import { isLevel } from '../rights/level.ts';
import { type AnySectionPart, rowOf } from '../sections/section-part.ts';
import type { ModelFault } from './model-fault.ts';

const word = /^[a-z][a-z0-9-]{0,39}$/;

/** Everything that is wrong with the declarations of a model. None of its functions is asked. */
export function faultsOfModel(model: ModelDeclaration): readonly ModelFault[] {
  return [
    ...numbered('version', model.version),
    ...named('name', model.name),
    ...twice(
      'kinds',
      model.kinds.map(({ name }) => name),
    ),
    ...twice('sections', model.sections.map(rowOf)),
    ...twice(
      'decisions',
      model.decisions.map(({ name }) => name),
    ),
    ...model.kinds.flatMap((kind) => faultsOfKind(kind)),
    ...model.sections.flatMap((part) => faultsOfPart(part, model)),
    ...faultsOfDecisions(model),
    ...Object.keys(model.units).flatMap((unit) => named(`units.${unit}`, unit)),
    ...(model.who.organisation !== null && !Object.hasOwn(model.units, model.who.organisation.unit)
      ? [fault('who.organisation', 'names a unit that there is none of.', 'Add it to units.')]
      : []),
  ];
}

const fault = (path: string, rule: string, remedy: string): ModelFault => ({ path, rule, remedy });

const named = (path: string, name: string): readonly ModelFault[] =>
  word.test(name) ? [] : [fault(path, 'is no name.', 'Use small letters, digits and hyphens, 40 at most.')];

const numbered = (path: string, version: number): readonly ModelFault[] =>
  Number.isSafeInteger(version) && version >= 1 ? [] : [fault(path, 'is no version.', 'Count from 1.')];

const twice = (path: string, names: readonly string[]): readonly ModelFault[] =>
  names
    .filter((name, at) => names.indexOf(name) !== at)
    .map((name) => fault(`${path}.${name}`, 'stands there twice.', 'Name one of them otherwise, or leave it out.'));

function faultsOfKind({ name, facts, seats }: Kind): readonly ModelFault[] {
  const path = `kinds.${name}`;
  return [
    ...named(path, name),
    ...numbered(`${path}.facts.version`, facts.version),
    ...upgradesMissing(`${path}.facts.upgrade`, facts.version, facts.upgrade),
    ...(Object.keys(seats).length === 0
      ? [fault(`${path}.seats`, 'has no seat, so that nobody may read such a record.', 'Add one.')]
      : []),
  ];
}

const upgradesMissing = (
  path: string,
  version: number,
  upgrade: Readonly<Record<number, unknown>> | undefined,
): readonly ModelFault[] => {
  if (upgrade === undefined) return [];
  return Object.keys(upgrade)
    .map(Number)
    .filter((from) => !(from >= 1 && from < version))
    .map((from) => fault(`${path}.${from}`, 'leads from no earlier version.', 'Name the version that it brings up.'));
};

function faultsOfPart(part: AnySectionPart, { kinds, sections, version }: ModelDeclaration): readonly ModelFault[] {
  const path = `sections.${rowOf(part)}`;
  const kind = kinds.find(({ name }) => name === part.kind);
  const others = sections.flatMap((other) => (other.type === 'section' ? [other.schema.name] : []));
  const faults: ModelFault[] = [];
  if (kind === undefined)
    return [fault(`${path}.kind`, 'is of a kind that this model does not list.', 'Add the kind to kinds.')];
  if (!(part.since >= 1 && part.since <= version))
    faults.push(fault(`${path}.since`, 'is no version of the model.', `Say one from 1 to ${version}.`));
  for (const seat of Object.keys(kind.seats))
    if (!Object.hasOwn(part.rights, seat))
      faults.push(fault(`${path}.rights.${seat}`, 'is left out.', 'Say none if nothing is meant.'));
  for (const [seat, cell] of Object.entries(part.rights)) {
    if (!Object.hasOwn(kind.seats, seat))
      faults.push(fault(`${path}.rights.${seat}`, 'is no seat of its kind.', 'Declare the seat, or leave it out.'));
    if (!isLevel(cellLevel(cell)))
      faults.push(fault(`${path}.rights.${seat}`, 'has no such level.', 'Say none, read, append or write.'));
    const condition = cellCondition(cell);
    if (condition !== undefined && !Object.hasOwn(kind.conditions, condition))
      faults.push(fault(`${path}.rights.${seat}`, 'names a condition that its kind has not.', 'Declare it.'));
  }
  if (part.always !== undefined && !Object.hasOwn(kind.conditions, part.always))
    faults.push(fault(`${path}.always`, 'names a condition that its kind has not.', 'Declare it.'));
  if (Object.values(part.rights).every((cell) => !['write', 'append'].includes(cellLevel(cell))))
    faults.push(fault(`${path}.rights`, 'lets no seat write it.', 'Give one the level write, or append.'));
  if (part.type === 'section-family' && others.some((name) => name.startsWith(part.prefix)))
    faults.push(fault(`${path}.prefix`, 'begins the name of another section.', 'Choose another.'));
  return faults;
}

function faultsOfDecisions({ decisions, kinds }: ModelDeclaration): readonly ModelFault[] {
  return decisions.flatMap((decision) => {
    const path = `decisions.${decision.name}`;
    const faults: ModelFault[] = [
      ...named(path, decision.name),
      ...numbered(`${path}.version`, decision.version),
      ...upgradesMissing(`${path}.upgrade`, decision.version, decision.upgrade),
    ];
    if (decision.name === ADOPT) faults.push(fault(path, 'has a name that is kept.', 'Name it otherwise.'));
    if (!kinds.some(({ name }) => name === decision.kind))
      faults.push(fault(`${path}.kind`, 'is of a kind that this model does not list.', 'Add the kind to kinds.'));
    for (const code of Object.keys(decision.refusals))
      if (Object.hasOwn(COMMON_REFUSALS, code))
        faults.push(fault(`${path}.refusals.${code}`, 'is a code that every decision has.', 'Name it otherwise.'));
    if (decision.form.valueKind?.type !== 'group')
      faults.push(fault(`${path}.form`, 'does not say what it holds.', 'Make it with group().'));
    else
      for (const name of ['type', 'version', 'record', 'sections'])
        if (Object.hasOwn(decision.form.valueKind.fields, name))
          faults.push(fault(`${path}.form.${name}`, 'has a name that every command has.', 'Name it otherwise.'));
    if (decision.type === 'decision')
      for (const other of decision.overtakenBy)
        if (!decisions.some(({ name }) => name === other))
          faults.push(
            fault(`${path}.overtakenBy.${other}`, 'is no decision of this model.', 'Add it, or leave it out.'),
          );
    return faults;
  });
}

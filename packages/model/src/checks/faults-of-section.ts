import type { ModelDeclaration } from '../domain/model-declaration.ts';
import type { Kind } from '../kinds/kind.ts';
import { cellCondition, cellLevel } from '../rights/cell.ts';
import { isLevel } from '../rights/level.ts';
import { isParameter } from '../sections/parameter.ts';
import { type AnySectionPart, type SectionSeries, rowOf } from '../sections/section-part.ts';
import { valueKindOf } from '../values/value-kind.ts';
import { fault, said, unless } from './fault.ts';
import { faultsOfList } from './faults-of-list.ts';
import type { ModelFault } from './model-fault.ts';

/** What is wrong with a section, or with a series of sections. */
export function faultsOfSection(part: AnySectionPart, model: ModelDeclaration): readonly ModelFault[] {
  const path = `sections.${rowOf(part)}`;
  const kind = model.kinds.find(({ name }) => name === part.kind);
  const alike = model.sections.filter((other) => other.kind === part.kind && other.title === part.title);
  return [
    ...said(`${path}.title`, part.title),
    ...unless(alike[0] === part, `${path}.title`, 'is the title of another section of its kind.', 'Call it otherwise.'),
    ...(kind === undefined
      ? [fault(`${path}.kind`, 'is of a kind that this model does not list.', 'Add the kind to kinds.')]
      : faultsOfRights(path, part, kind)),
    ...faultsOfList(`${path}.list`, part.list),
    ...(part.type === 'section-series' ? faultsOfSeries(path, part, model) : []),
  ];
}

function faultsOfRights(path: string, { rights, always }: AnySectionPart, kind: Kind): readonly ModelFault[] {
  const has = (condition: string | undefined): boolean =>
    condition === undefined || Object.hasOwn(kind.conditions, condition);
  const cells = Object.entries(rights);
  return [
    ...Object.keys(kind.seats).flatMap((seat) =>
      unless(Object.hasOwn(rights, seat), `${path}.rights.${seat}`, 'is left out.', 'Say none if nothing is meant.'),
    ),
    ...cells.flatMap(([seat, cell]) => {
      const at = `${path}.rights.${seat}`;
      return [
        ...unless(Object.hasOwn(kind.seats, seat), at, 'is no seat of its kind.', 'Declare the seat, or leave it out.'),
        ...unless(isLevel(cellLevel(cell)), at, 'has no such level.', 'Say none, read, append or write.'),
        ...unless(has(cellCondition(cell)), at, 'names a condition that its kind has not.', 'Declare it.'),
      ];
    }),
    ...unless(has(always), `${path}.always`, 'names a condition that its kind has not.', 'Declare it.'),
    ...unless(
      cells.some(([, cell]) => ['write', 'append'].includes(cellLevel(cell))),
      `${path}.rights`,
      'lets no seat write it.',
      'Give one the level write, or append.',
    ),
  ];
}

function faultsOfSeries(path: string, series: SectionSeries, { sections }: ModelDeclaration): readonly ModelFault[] {
  const clashes = sections.filter((other) =>
    other.type === 'section'
      ? other.schema.name.startsWith(series.prefix) &&
        isParameter(series, other.schema.name.slice(series.prefix.length))
      : other !== series && other.prefix.startsWith(series.prefix),
  );
  const { example } = series;
  return [
    ...said(`${path}.prefix`, series.prefix),
    ...clashes.map((other) =>
      fault(`${path}.prefix`, `begins the name of another section: ${rowOf(other)}.`, 'Choose another.'),
    ),
    ...unless(
      valueKindOf(series.parameter) !== undefined,
      `${path}.parameter`,
      'does not say what it holds.',
      "Say it by a value kind, such as unit('firm').",
    ),
    ...unless(
      example === undefined || isParameter(series, example),
      `${path}.example`,
      'is no parameter by the pattern.',
      'Give one that is.',
    ),
  ];
}

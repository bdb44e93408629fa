import type { AnyDecision } from '../decisions/any-decision.ts';
import type { ModelDeclaration } from '../domain/model-declaration.ts';
import type { Kind } from '../kinds/kind.ts';
import { cellCondition, cellLevel } from '../rights/cell.ts';
import { exampleOf } from '../sections/parameter.ts';
import { rowOf } from '../sections/section-part.ts';
import { declaredValues, kindsWithin } from './declared-values.ts';
import { fault, unless } from './fault.ts';
import type { ModelFault } from './model-fault.ts';

/** What a model says of kinds, sections and decisions. */
type Declared = Pick<ModelDeclaration, 'kinds' | 'sections' | 'decisions'>;

/** What is not wrong with the declarations of a model, and yet is likely not meant. None of its functions is asked. */
export const adviceOnDeclared = (model: Declared): readonly ModelFault[] => [
  ...model.kinds.flatMap((kind) => adviceOnKind(kind, model)),
  ...model.sections.flatMap((part) =>
    part.type === 'section-series'
      ? unless(
          exampleOf(part) !== undefined,
          `sections.${rowOf(part)}.example`,
          'is left out, so that documentation cannot show its fields.',
          'Give a parameter.',
        )
      : [],
  ),
  ...Array.from(declaredValues(model)).flatMap(({ path, kind }) =>
    unless(
      kind !== undefined,
      path,
      'does not say what it holds, so that the API and screens take it for any JSON.',
      'Use a value kind, such as line() or coded(list).',
    ),
  ),
  ...model.decisions.flatMap((decision) => adviceOnDecision(decision, model)),
];

function adviceOnKind({ name, seats, conditions }: Kind, { sections, decisions }: Declared): readonly ModelFault[] {
  const path = `kinds.${name}`;
  const parts = sections.filter((part) => part.kind === name);
  const cells = parts.flatMap(({ rights }) => Object.entries(rights));
  const named = new Set([...cells.map(([, cell]) => cellCondition(cell)), ...parts.map(({ always }) => always)]);
  const forms = decisions.flatMap((decision) => Array.from(kindsWithin('', decision.form.valueKind)));
  const begins =
    decisions.some((decision) => decision.kind === name && decision.type === 'opening') ||
    forms.some(({ kind }) => (kind.type === 'record' || kind.type === 'who-or-record') && kind.kind === name);
  return [
    ...unless(parts.length > 0, path, 'has no section: nothing can be written in such a record.', 'Add one.'),
    ...unless(begins, path, 'is begun by no decision: only whoever runs the authority can.', 'Add an opening.'),
    ...Object.keys(seats)
      .filter((seat) => !cells.some(([each, cell]) => each === seat && cellLevel(cell) !== 'none'))
      .map((seat) => fault(`${path}.seats.${seat}`, 'may read no section.', 'Give it a cell, or leave the seat out.')),
    ...Object.keys(conditions)
      .filter((condition) => !named.has(condition))
      .map((condition) =>
        fault(`${path}.conditions.${condition}`, 'is named by no cell.', 'Name it in one, or leave it out.'),
      ),
  ];
}

function adviceOnDecision(decision: AnyDecision, { decisions }: Declared): readonly ModelFault[] {
  const path = `decisions.${decision.name}`;
  const advice = unless(
    decision.by !== undefined || decision.byAuthority === true,
    `${path}.by`,
    'is left out, so that documentation cannot say who may decide it.',
    'Say it in plain words.',
  );
  if (decision.type === 'opening') return advice;
  const never = decision.overtakenBy.filter((each) =>
    decisions.some((other) => other.name === each && (other.type === 'opening' || other.kind !== decision.kind)),
  );
  return [
    ...advice,
    ...unless(
      decision.undoneBy !== undefined,
      `${path}.undoneBy`,
      'is left out: nobody can tell whether there is a way back.',
      'Name the decisions that lead back, or say [] where none does.',
    ),
    ...never.map((each) =>
      fault(`${path}.overtakenBy.${each}`, 'never is decided about a record that is there already.', 'Leave it out.'),
    ),
  ];
}

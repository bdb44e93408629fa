import type { AnyDecision } from '../decisions/any-decision.ts';
import { ADOPT } from '../decisions/entry.ts';
import { COMMON_REFUSALS } from '../decisions/refusal.ts';
import type { ModelDeclaration } from '../domain/model-declaration.ts';
import type { ValueKind } from '../values/value-kind.ts';
import { fault, memberNamed, named, numbered, said, steps, unless } from './fault.ts';
import type { ModelFault } from './model-fault.ts';

/** What is wrong with a decision. */
export function faultsOfDecision(decision: AnyDecision, model: ModelDeclaration): readonly ModelFault[] {
  const path = `decisions.${decision.name}`;
  return [
    ...named(path, decision.name),
    ...unless(decision.name !== ADOPT, path, 'has a name that is kept.', 'Name it otherwise.'),
    ...said(`${path}.title`, decision.title),
    ...numbered(`${path}.version`, decision.version),
    ...steps(`${path}.upgrade`, decision.version, decision.upgrade),
    ...unless(
      model.kinds.some(({ name }) => name === decision.kind),
      `${path}.kind`,
      'is of a kind that this model does not list.',
      'Add the kind to kinds.',
    ),
    ...Object.entries(decision.refusals).flatMap(([code, words]) => [
      ...unless(
        !Object.hasOwn(COMMON_REFUSALS, code),
        `${path}.refusals.${code}`,
        'is a code that every decision has.',
        'Name it otherwise.',
      ),
      ...said(`${path}.refusals.${code}`, words),
    ]),
    ...faultsOfForm(`${path}.form`, decision),
    ...(decision.type === 'decision'
      ? [
          ...unknown(`${path}.overtakenBy`, decision.overtakenBy, model),
          ...unknown(`${path}.undoneBy`, decision.undoneBy ?? [], model),
        ]
      : []),
  ];
}

type Group = Extract<ValueKind, { readonly type: 'group' }>;

/** What is wrong with records that a form says to be begun where a truth beside them says so. */
function faultsOfBegun(path: string, kind: ValueKind, { fields }: Group): readonly ModelFault[] {
  if (kind.type === 'list') return faultsOfBegun(path, kind.of, { type: 'group', fields });
  if (kind.type === 'group')
    return Object.entries(kind.fields).flatMap(([name, field]) => faultsOfBegun(`${path}.${name}`, field.kind, kind));
  if (kind.type !== 'record' || kind.begunWhere === undefined) return [];
  return unless(
    fields[kind.begunWhere]?.kind.type === 'truth',
    path,
    `is said to be begun where ${kind.begunWhere} says so, which is no truth beside it.`,
    'Name one of the same group.',
  );
}

/** What every command has beside its form. */
const ofCommands = ['type', 'version', 'record', 'sections'];

function faultsOfForm(path: string, { form }: AnyDecision): readonly ModelFault[] {
  // Whoever does not compile may hand in any schema.
  const kind = form.valueKind as AnyDecision['form']['valueKind'] | undefined;
  if (kind?.type !== 'group') return [fault(path, 'does not say what it holds.', 'Make it with group().')];
  return Object.entries(kind.fields).flatMap(([name, field]) => [
    ...faultsOfBegun(`${path}.${name}`, field.kind, kind),
    ...memberNamed(`${path}.${name}`, name),
    ...unless(
      !ofCommands.includes(name),
      `${path}.${name}`,
      'has a name that every command has.',
      'Name it otherwise.',
    ),
  ]);
}

const unknown = (path: string, names: readonly string[], { decisions }: ModelDeclaration): readonly ModelFault[] =>
  names
    .filter((each) => !decisions.some(({ name }) => name === each))
    .map((each) => fault(`${path}.${each}`, 'is no decision of this model.', 'Add it, or leave it out.'));

import type { ModelDeclaration } from '../domain/model-declaration.ts';
import { rowOf } from '../sections/section-part.ts';
import { named, numbered, said, twice, unless } from './fault.ts';
import { faultsOfDecision } from './faults-of-decision.ts';
import { faultsOfKind } from './faults-of-kind.ts';
import { faultsOfSection } from './faults-of-section.ts';
import { faultsOfValues } from './faults-of-values.ts';
import type { ModelFault } from './model-fault.ts';

/** Everything that is wrong with the declarations of a model. None of its functions is asked. */
export function faultsOfModel(model: ModelDeclaration): readonly ModelFault[] {
  const { kinds, sections, decisions, units = {}, who } = model;
  const names = (declared: readonly { readonly name: string }[]): readonly string[] => declared.map(({ name }) => name);
  return [
    ...numbered('version', model.version),
    ...named('name', model.name),
    ...said('title', model.title),
    ...unless(kinds.length > 0, 'kinds', 'has no kind of record.', 'Add one.'),
    ...twice('kinds', names(kinds)),
    ...twice('sections', sections.map(rowOf)),
    ...twice('decisions', names(decisions)),
    ...kinds.flatMap(faultsOfKind),
    ...sections.flatMap((part) => faultsOfSection(part, model)),
    ...decisions.flatMap((decision) => faultsOfDecision(decision, model)),
    ...faultsOfValues(model),
    ...Object.keys(units).flatMap((unit) => named(`units.${unit}`, unit)),
    ...unless(
      who.organisation === null || Object.hasOwn(units, who.organisation.unit),
      'who.organisation',
      'names a unit that there is none of.',
      'Add it to units.',
    ),
  ];
}

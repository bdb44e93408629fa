import type { Kind } from '../kinds/kind.ts';
import { fault, named, namedWithin, numbered, said, steps } from './fault.ts';
import type { ModelFault } from './model-fault.ts';

/** What is wrong with a kind of record. */
export function faultsOfKind({ name, title, facts, seats, conditions }: Kind): readonly ModelFault[] {
  const path = `kinds.${name}`;
  const sentences = (group: string, declared: Readonly<Record<string, { readonly says: string }>>) =>
    Object.entries(declared).flatMap(([each, { says }]) => [
      ...namedWithin(`${path}.${group}.${each}`, each),
      ...said(`${path}.${group}.${each}.says`, says),
    ]);
  return [
    ...named(path, name),
    ...said(`${path}.title`, title),
    ...numbered(`${path}.facts.version`, facts.version),
    ...steps(`${path}.facts.upgrade`, facts.version, facts.upgrade),
    ...(Object.keys(seats).length === 0
      ? [fault(`${path}.seats`, 'has no seat, so that nobody may read such a record.', 'Add one.')]
      : []),
    ...sentences('seats', seats),
    ...sentences('conditions', conditions),
  ];
}

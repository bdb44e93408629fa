import { builder } from '../builder.ts';
import { Practitioner } from './directory.ts';
import { Person } from './person-ref.ts';
import type { Named as NamedShape } from '../rows/named.ts';

/** Somebody whom a plan names. */
export const Named = builder.objectRef<NamedShape>('Named').implement({
  description: 'Somebody whom a plan names: either somebody of the family or somebody who works with it.',
  fields: (t) => ({
    person: t.field({
      type: Person,
      nullable: true,
      description: 'Who it is, where it is somebody of the family.',
      resolve: (named) => (named.type === 'person' ? named.facts : null),
    }),
    practitioner: t.field({
      type: Practitioner,
      nullable: true,
      description: 'Who it is, where it is somebody who works with the family.',
      resolve: (named) => (named.type === 'practitioner' ? named.practitioner : null),
    }),
  }),
});

import { one } from '../names/words.ts';
import { fieldName } from '../names/words.ts';
import type { Tools } from '../tools.ts';

/** Declares the type of those who sign in. */
export function whoType({ model, names, types }: Tools): void {
  const { organisation } = model.who;
  const unit = organisation === null ? undefined : model.units[organisation.unit];
  types.who.implement({
    description: 'Somebody who signs in here: a person or a program.',
    fields: (t) => ({
      id: t.id({ description: `The id of the ${names.who.toLowerCase()}.`, resolve: ({ who }) => who.id }),
      name: t.exposeString('name', { description: 'What they are called.' }),
      ...(organisation !== null && unit !== undefined
        ? {
            [fieldName(unit.title)]: t.field({
              type: types.unit(organisation.unit),
              nullable: true,
              description: `Whom they work for: ${one(unit.title)}.`,
              resolve: ({ who }, _, { asking: { viewer } }) => {
                const id = organisation.of(who);
                return id === null ? null : viewer.unit(organisation.unit, id);
              },
            }),
          }
        : {}),
    }),
  });
}

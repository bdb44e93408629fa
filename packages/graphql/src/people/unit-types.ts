import { inSentence } from '../names/words.ts';
import type { Tools } from '../tools.ts';

/** Declares the types of the units of the directory. */
export function unitTypes({ model, types }: Tools): void {
  for (const [name, { title, about }] of Object.entries(model.units))
    types.unit(name).implement({
      description: about,
      fields: (t) => ({
        id: t.exposeID('id', { description: `The id of the ${inSentence(title)}.` }),
        name: t.exposeString('name', { description: `What the ${inSentence(title)} is called.` }),
      }),
    });
}

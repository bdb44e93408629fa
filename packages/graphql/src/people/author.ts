import type { Author as AuthorShape } from '@caseweave/record';
import type { TypeRef } from '../builder.ts';
import { fieldName, inSentence } from '../names/words.ts';
import type { Tools } from '../tools.ts';

/** The type of who wrote something. */
export function authorType({ builder, model, made }: Tools): TypeRef<AuthorShape> {
  return made.once('author', () => {
    const { organisation } = model.who;
    const unit = organisation === null ? undefined : model.units[organisation.unit];
    return builder.objectRef<AuthorShape>('Author').implement({
      description: 'Who wrote something, as far as you may know of them.',
      fields: (t) => ({
        id: t.exposeID('id', { description: 'The id of the author.' }),
        name: t.exposeString('name', { description: 'What the author is called.' }),
        ...(unit !== undefined && {
          [fieldName(unit.title)]: t.string({
            nullable: true,
            description: `The name of the ${inSentence(unit.title)} that the author wrote for.`,
            resolve: ({ organisation: name }) => name ?? null,
          }),
        }),
      }),
    });
  });
}

import type { Author as AuthorShape } from '@caseweave/record';
import { builder } from '../builder.ts';

/** Who wrote something. */
export const Author = builder.objectRef<AuthorShape>('Author').implement({
  description: 'Who wrote something.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the author.' }),
    name: t.exposeString('name', { description: 'What the author is called.' }),
    agency: t.string({
      nullable: true,
      description: 'The agency that the author wrote for.',
      resolve: ({ organisation }) => organisation ?? null,
    }),
  }),
});

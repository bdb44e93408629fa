import type { Provenance } from '@caseweave/record';
import { builder } from '../builder.ts';
import { Author } from './author.ts';
import { momentOf } from './moment-of.ts';

/** Who wrote a value, when and why. */
export interface WrittenShape {
  readonly field: string;
  readonly provenance: Provenance;
}

/** Where a value comes from. */
export const Written = builder.objectRef<WrittenShape>('Written').implement({
  description: 'Who wrote a value that counts now, or one of several that are open as a question.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'The field.' }),
    author: t.field({
      type: Author,
      nullable: true,
      description: 'Who wrote it, where you are told.',
      resolve: ({ provenance }) => provenance.author ?? null,
    }),
    firstAuthor: t.field({
      type: Author,
      nullable: true,
      description: 'Who wrote it first, where the author restored what was written by somebody else.',
      resolve: ({ provenance }) => provenance.firstAuthor ?? null,
    }),
    writtenAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: "When, by the clock of the writer's device.",
      resolve: ({ provenance }) => momentOf(provenance.at),
    }),
    why: t.string({
      nullable: true,
      description: 'Why, where the author said so.',
      resolve: ({ provenance }) => provenance.why,
    }),
  }),
});

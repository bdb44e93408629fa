import type { Provenance } from '@caseweave/record';
import type { TypeRef } from '../builder.ts';
import { authorType } from '../people/author.ts';
import type { Tools } from '../tools.ts';
import { momentOf } from '../values/moment-of.ts';
import type { RowReading } from '../viewer/reading.ts';

/** Who wrote a value, when and why. */
export interface WrittenShape {
  readonly field: string;
  readonly provenance: Provenance;
}

/** The type of where a value comes from. */
export function writtenType(tools: Tools): TypeRef<WrittenShape> {
  const Author = authorType(tools);
  return tools.made.once('written', () =>
    tools.builder.objectRef<WrittenShape>('Written').implement({
      description: 'Who wrote a value that counts now, or one of several that are open as a question.',
      fields: (t) => ({
        field: t.exposeString('field', { description: 'The field that it stands in.' }),
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
    }),
  );
}

/** Says what is written of a row's values: who, when and why. */
export const writtenIn = (
  { row, of }: RowReading,
  paths: readonly (readonly [field: string, path: string])[],
): readonly WrittenShape[] =>
  paths.flatMap(([field, path]) => of.section.provenance(row.id, path).map((provenance) => ({ field, provenance })));

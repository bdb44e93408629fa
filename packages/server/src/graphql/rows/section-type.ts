import type { ObjectRef } from '@pothos/core';
import type { RecordFacts } from '@caseweave/family';
import type { SectionSchema } from '@caseweave/record';
import { builder } from '../builder.ts';
import { OpenQuestion } from '../types/open-question.ts';
import type { Reading, Viewer } from '../viewer.ts';

/** A section that somebody may read, with the facts of its record. */
export interface ReadingOf<Schema extends SectionSchema> extends Reading<Schema> {
  readonly facts: RecordFacts;
}

/** Reads a section of a record, where the viewer may. */
export async function readingOf<Schema extends SectionSchema>(
  viewer: Viewer,
  schema: Schema,
  facts: RecordFacts,
): Promise<ReadingOf<Schema> | null> {
  const reading = await viewer.read(schema, facts.record);
  return reading === undefined ? null : { ...reading, facts };
}

/** What a section costs, among the fields of an operation: its document is opened. */
export const SECTION_COST = { field: 20, multiplier: 1 } as const;

/** Gives a section's type the field of its open questions. */
export function questionsOn<Of extends Pick<Reading<SectionSchema>, 'questions'>>(
  parent: ObjectRef<typeof builder.$inferSchemaTypes, Of>,
): void {
  builder.objectField(parent, 'questions', (t) =>
    t.field({
      type: [OpenQuestion],
      description: 'What was written in it in two ways at once and waits for a person to settle it.',
      resolve: ({ questions }) => questions,
    }),
  );
}

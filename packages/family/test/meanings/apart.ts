import type { Section, SectionSchema } from '@caseweave/record';
import * as Y from 'yjs';
import { exchange, open } from '../sections/open.ts';

/** Two devices that hold the same section, to be edited apart, and a way for them to meet. */
export function apart<Schema extends SectionSchema>(
  schema: Schema,
  begin: (section: Section<Schema>) => void = () => undefined,
) {
  const one = open(schema, 1);
  begin(one);
  const two = open(schema, 2);
  Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc));
  return { one, two, meet: () => exchange(one, two) };
}

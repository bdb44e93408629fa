import { exampleOf, type AnySectionPart } from '@caseweave/model';
import type { SectionSchema } from '@caseweave/record';

/** What sections of a part hold; of those that are alike any shows it. */
export const schemaOfPart = (part: AnySectionPart): SectionSchema =>
  part.type === 'section' ? part.schema : part.schemaOf(exampleOf(part) ?? 'example');

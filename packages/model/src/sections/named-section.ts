import type { SectionSchema } from '@caseweave/record';
import type { AnySectionPart } from './section-part.ts';

/** A section by its name, with what it is part of. */
export interface NamedSection {
  readonly name: string;
  readonly part: AnySectionPart;
  /** Its row of the rights table: its name, or `notes.*`. */
  readonly row: string;
  /** Of a series of sections, what stands for the star; null in any other. */
  readonly parameter: string | null;
  readonly schema: SectionSchema;
}

/** A section of a record, as the store has it; who may read it is another matter. */
export interface SectionOfRecord {
  readonly id: string;
  readonly record: string;
  readonly name: string;
}

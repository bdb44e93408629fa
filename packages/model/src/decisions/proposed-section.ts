/** A section of a record that a command begins, whose id its device has made so that it can be written in at once. */
export interface ProposedSection {
  readonly record: string;
  readonly name: string;
  readonly section: string;
}

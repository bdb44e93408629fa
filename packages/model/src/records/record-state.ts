/** A record as it is decided: what kind it is, its facts, and the records whose facts link to it. */
export interface RecordState<Facts = unknown> {
  readonly record: string;
  readonly kind: string;
  /** The fold of its decisions: plain JSON. */
  readonly facts: Facts;
  /** The records that name this one by a link, each without its own; a right may come from any of them. */
  readonly linkedFrom: readonly RecordState[];
}

/** How far the log has been read, in words that tell nothing else. */
export interface Versions {
  /** The position of the log that everything read from now on reflects. */
  position(): number;
  /** Waits, no longer than so many milliseconds, until a position is reflected; tells whether it is. */
  reached(position: number, wait: number): Promise<boolean>;
  /** Seals a position: two sealed ones never look alike, so that nothing can be counted. */
  sealVersion(position: number): string;
  /** Opens a sealed position; undefined for one that this store has not sealed. */
  openVersion(version: string): number | undefined;
}

/** The machine's clock. */
export interface Clock {
  /** Milliseconds since 1970, as far as this machine knows: for people to read. It may be set, and jump. */
  now(): number;
  /** Milliseconds since some moment, for measuring: it never goes back, whatever the machine's time is set to. */
  steady(): number;
  /** Calls `wake` once, when so many milliseconds have passed, or soon after. Gives a function that cancels the call. */
  wakeIn(milliseconds: number, wake: () => void): () => void;
}

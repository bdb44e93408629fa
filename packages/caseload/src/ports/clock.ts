/** The machine's clock. */
export interface Clock {
  /** Milliseconds since 1970, as far as this machine knows. */
  now(): number;
  /** Calls `wake` once at that moment, or soon after it. Gives a function that cancels the call. */
  wakeAt(at: number, wake: () => void): () => void;
}

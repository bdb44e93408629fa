/** The machine's randomness. */
export interface Random {
  /** Fresh random bytes. */
  bytes(length: number): Uint8Array;
  /** A number from 0 up to, not including, 1. */
  number(): number;
}

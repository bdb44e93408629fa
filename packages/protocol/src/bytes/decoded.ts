import { Malformed } from './reader.ts';

/** What a decoder answers: what it read, or why it would not. */
export type Decoded<Value> =
  | { readonly type: 'decoded'; readonly value: Value }
  | { readonly type: 'refused'; readonly code: 'malformed'; readonly detail: string };

/** Runs a reading of untrusted bytes and turns its refusal into a value. */
export function decoded<Value>(read: () => Value): Decoded<Value> {
  try {
    return { type: 'decoded', value: read() };
  } catch (error) {
    if (error instanceof Malformed) return { type: 'refused', code: 'malformed', detail: error.message };
    throw error;
  }
}

/** What holds of values that JSON can carry; of others the compiler says this sentence. */
export type Storable<Value> = [Value] extends [AsJson<Value>]
  ? unknown
  : 'A value is what JSON can carry: keep a date as text, a set or a map as a list.';

/** A type with never in the place of whatever JSON cannot carry. */
type AsJson<Value> = unknown extends Value
  ? Value
  : Value extends string | number | boolean | null | undefined
    ? Value
    : Value extends bigint | symbol | ((...args: never) => unknown)
      ? never
      : { [Member in keyof Value]: AsJson<Value[Member]> };

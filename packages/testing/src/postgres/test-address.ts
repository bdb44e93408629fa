/** Where a database for a test is. */
export type TestAddress =
  | { readonly url: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly database: string;
      readonly options?: string;
    };

/** The same database, with settings of PostgreSQL for this connection, such as `-c synchronous_commit=off`. */
export function withOptions(address: TestAddress, options: string): TestAddress {
  if (!('url' in address)) return { ...address, options };
  const url = new URL(address.url);
  // Encoded as connection strings want it: a plus is a plus there.
  url.search = `${url.search === '' ? '?' : `${url.search}&`}options=${encodeURIComponent(options)}`;
  return { url: url.href };
}

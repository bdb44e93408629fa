import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL that the tests of this project share. */
    postgres: SharedPostgres;
  }
}

/** The PostgreSQL that the tests of a project share, as its global setup hands it to the test files. */
export type SharedPostgres =
  | {
      readonly type: 'embedded';
      readonly connection: {
        readonly host: string;
        readonly port: number;
        readonly user: string;
        readonly database: string;
      };
    }
  | { readonly type: 'url'; readonly url: string; readonly adminUrl: string | null };

/** The PostgreSQL that the tests of this project share. */
export const sharedPostgres = (): SharedPostgres => inject('postgres');

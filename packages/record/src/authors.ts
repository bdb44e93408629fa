/** Who wrote something, as the reader may see them. */
export interface Author {
  readonly id: string;
  readonly name: string;
  readonly organisation?: string;
}

/** Finds the author behind a Yjs client id; undefined where this reader is not told. */
export type AuthorOf = (client: number) => Author | undefined;

/** Spreads to `author` where there is one: optional members are left out, never undefined. */
export const authored = (author: Author | undefined): { readonly author?: Author } =>
  author === undefined ? {} : { author };

/** How the app answers when a token is needed. `fresh`: the last one was not accepted. */
export type TokenSource = (request: {
  readonly fresh: boolean;
}) => Promise<{ readonly type: 'token'; readonly token: string } | { readonly type: 'sign-in-needed' }>;

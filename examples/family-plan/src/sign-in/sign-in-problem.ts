/** What went wrong with a sign-in. */
export type SignInProblem = 'not-begun' | 'not-let-in' | 'not-registered' | 'unreachable';

/** What went wrong, in words that say what to do. */
export const problemWords: Readonly<Record<SignInProblem, string>> = {
  'not-begun': 'This sign-in was not begun in this window. Sign in here.',
  'not-let-in': 'The sign-in was not finished. Try again.',
  'not-registered':
    'You are signed in, but nobody here is registered under that account. Ask your manager to have you registered, or sign in with another account.',
  unreachable: 'The server cannot be reached. Nothing is lost: try again in a moment.',
};

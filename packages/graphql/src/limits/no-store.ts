import type { Plugin } from 'graphql-yoga';

/** Keeps answers out of every cache between here and the asker. */
export function noStore(): Plugin {
  return {
    onResponse({ response }) {
      response.headers.set('cache-control', 'no-store');
    },
  };
}

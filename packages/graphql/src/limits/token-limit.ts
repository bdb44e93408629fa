import { parse, type ParseOptions, type Source } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LIMITS } from './limits.ts';

/** Refuses long operations while they are parsed: validating three thousand repeats costs more than refusing them. */
export function tokenLimit(): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn((source: string | Source, options?: ParseOptions) =>
        parse(source, { ...options, maxTokens: LIMITS.tokens }),
      );
    },
  };
}

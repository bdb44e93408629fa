import { generate } from '@graphql-codegen/cli';
import config from '../snippets/query/codegen.config.ts';
import { root } from './repository.ts';

/** The typed operations of the guide, as code generation makes them with the settings that the guide shows. */
export async function operations(): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const folder = 'docs/snippets/query/';
  const written = (await generate(
    {
      ...config,
      schema: `${root}packages/early-help-server/schema.graphql`,
      documents: `${root}${folder}operations.graphql`,
      generates: Object.fromEntries(
        Object.entries(config.generates).map(([path, output]) => [`${root}${folder}${path.slice(2)}`, output]),
      ),
      silent: true,
    },
    false,
  )) as readonly { readonly filename: string; readonly content: string }[];
  return written.map(({ filename, content }) => ({ path: filename.slice(root.length), text: content }));
}

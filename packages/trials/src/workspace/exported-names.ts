import { join } from 'node:path/posix';
import { z } from 'zod';
import { textOf } from './repository.ts';

const manifest = z.object({
  // A file that is handed on as it is, such as a stylesheet, is named by its path alone.
  exports: z.record(z.string(), z.union([z.object({ '@caseweave/source': z.string() }), z.string()])).default({}),
});

const statement = /export (?:type )?\{(?<names>[^}]*)\} from '(?<from>[^']+)';/g;

/** The public names of a package, each with where it is declared: in which file, under which name. */
export function exportedNames(member: string): ReadonlyMap<string, string> {
  const { exports } = manifest.parse(JSON.parse(textOf(`${member}/package.json`)));
  const indexes = Object.values(exports).flatMap((exported) =>
    typeof exported === 'string' ? [] : [join(member, exported['@caseweave/source'])],
  );
  return new Map(indexes.flatMap((index) => [...handedOn(index)].map(([name]) => [name, declarationOf(index, name)])));
}

/** What a file hands on from others: by the name that it has here, where from and what it is called there. */
function handedOn(path: string): ReadonlyMap<string, { readonly from: string; readonly name: string }> {
  return new Map(
    Array.from(textOf(path).matchAll(statement), ({ groups: { names = '', from = '' } = {} }) =>
      names
        .split(',')
        .map((one) => one.trim().replace(/^type /, ''))
        .filter((one) => one !== '')
        .map((one) => {
          const [name = '', here = name] = one.split(' as ');
          return [here, { from: sourceOf(path, from), name }] as const;
        }),
    ).flat(),
  );
}

function declarationOf(path: string, name: string): string {
  const elsewhere = path.endsWith('.ts') ? handedOn(path).get(name) : undefined;
  return elsewhere === undefined ? `${path}#${name}` : declarationOf(elsewhere.from, elsewhere.name);
}

/** A name that is taken from another package of ours is looked for in that one's table of contents. */
function sourceOf(path: string, from: string): string {
  if (from.startsWith('.')) return join(path, '..', from);
  return from.startsWith('@caseweave/') ? `packages/${from.slice('@caseweave/'.length)}/src/index.ts` : from;
}

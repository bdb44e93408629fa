import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { Declarations } from './declarations.ts';
import { type ExportGroup, exportsOf } from './exports-of.ts';
import { root, textOf } from './repository.ts';
import { signatureOf } from './signature.ts';

const manifest = z.object({
  name: z.string(),
  description: z.string(),
  // A file that is handed on as it is, such as a stylesheet, is named by its path alone.
  exports: z.record(z.string(), z.union([z.object({ '@caseweave/source': z.string() }), z.string()])),
  bin: z.record(z.string(), z.string()).default({}),
});

/** The reference page of a package: its exports in groups, each with a sentence and as it is declared. */
export function packagePage(folder: string, declarations: Declarations): string {
  const { name, description, exports, bin } = manifest.parse(JSON.parse(textOf(`packages/${folder}/package.json`)));
  const specs = specsOf(folder).map((spec) => `[${spec}](../../packages/${folder}/${spec})`);
  const commands = Object.keys(bin).map((command) => `\`${command}\``);
  const parts = Object.entries(exports).flatMap(([path, exported]) => {
    if (typeof exported === 'string') return [];
    const groups = exportsOf(`packages/${folder}/${exported['@caseweave/source'].replace('./', '')}`);
    return [partOf(path === '.' ? null : `${name}${path.slice(1)}`, groups, declarations)];
  });
  return [
    '<!-- Written by `npm run pages` from the package; do not edit. -->',
    '',
    `# ${name}`,
    '',
    `${description}. How it is used: [README](../../packages/${folder}/README.md). What it promises: ${specs.join(', ')}.`,
    ...(commands.length === 0 ? [] : ['', `Command: ${commands.join(', ')}.`]),
    '',
    ...parts,
  ].join('\n');
}

function specsOf(folder: string): readonly string[] {
  const all = [
    'SPEC.md',
    'SPEC-graphql.md',
    'SPEC-sign-in.md',
    'SPEC-directory.md',
    'SPEC-stock.md',
    'SPEC-demo.md',
    'SPEC-carrying-over.md',
  ];
  return all.filter((file) => existsSync(`${root}packages/${folder}/${file}`));
}

function partOf(from: string | null, groups: readonly ExportGroup[], declarations: Declarations): string {
  const heading = from === null ? [] : [`## From \`${from}\``, ''];
  const hasOneGroup = groups.length === 1;
  const level = from === null ? '##' : '###';
  const parts = groups.flatMap(({ title, exports }) => [
    ...(hasOneGroup ? [] : [`${level} ${title}`, '']),
    ...exports.flatMap(({ name, sentence, from: source }) => [
      `${level}# \`${name}\``,
      '',
      sentence,
      '',
      '```ts',
      signatureOf(declarations, source, name),
      '```',
      '',
    ]),
  ]);
  return [...heading, ...parts].join('\n');
}

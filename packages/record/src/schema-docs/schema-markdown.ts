import { plainWords } from '../words.ts';
import type { Shape } from '../schema/shape.ts';
import type { SectionSchema } from '../schema/section-schema.ts';
import { type FieldSummary, schemaSummary } from './schema-summary.ts';

/**
 * Prints a schema as documentation: a Markdown table of its fields, each with what it means when two people edit it
 * apart.
 */
export function schemaMarkdown(schema: SectionSchema): string {
  const { section, version, oldestWriter, extensions = {}, fields } = schemaSummary(schema);
  const rows = Object.entries(fields).map(([path, field]) => {
    const [group = path] = path.split('.');
    // What is in an entry is written once, with the entry: nobody can write it apart.
    const isWrittenOnce = path !== group && fields[group]?.kind === 'log';
    const meaning = isWrittenOnce ? 'written once, with its entry' : meaningWords(field);
    return `| \`${path}\` | ${cell(field.label)} | ${kindWords(field)} | ${cell(meaning)} |`;
  });
  return [
    `## ${section}`,
    '',
    `Version ${version}. Devices from version ${oldestWriter} on may write; older ones read.`,
    ...Object.entries(extensions).flatMap(([name, extension]) => ['', extensionWords(name, extension)]),
    '',
    '| Field | On the screen | Kind | When edited apart |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

const extensionWords = (name: string, { version, oldestWriter }: Shape['extensions'][string]): string =>
  `Extended by \`${name}\`, version ${version}: devices that have it from version ${oldestWriter} on may write, as may those without it.`;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function kindWords({ kind, target }: FieldSummary): string {
  if (kind === 'ref') return `reference to \`${target ?? ''}\``;
  if (kind === 'refs') return `references to \`${target ?? ''}\``;
  return kind.replaceAll('-', ' ');
}

function meaningWords(field: FieldSummary): string {
  switch (field.kind) {
    case 'register':
    case 'ref':
      return `all different values are kept and a question is asked; ${standingWords(field)} stands meanwhile`;
    case 'set':
    case 'refs': {
      const exclusive = (field.exclusive ?? []).map((value) => plainWords(value)).join(', ');
      return `adding wins over a removal that did not see it${exclusive === '' ? '' : `; ${exclusive} gives way to any other`}`;
    }
    case 'progress':
      return `the furthest state stands: ${(field.steps ?? []).map((step) => step.join(' or ')).join(', then ')}; two different last states are a question`;
    case 'text':
      return 'characters merge';
    case 'rich-text':
      return `characters merge; formats: ${(field.formats ?? []).join(', ') || 'none'}`;
    case 'position':
      return 'any stable order';
    case 'collection':
      return 'rows added apart all stay; a struck row in which somebody wrote unseen stays visible, with a question';
    case 'log':
      return 'entries never merge and never change; corrections are added beside them';
  }
}

const standingWords = ({ standing }: FieldSummary): string => {
  if (standing === undefined) return 'the first in the order of canonical JSON';
  return standing === 'choice' ? 'the one that the schema chooses' : `the ${standing}`;
};

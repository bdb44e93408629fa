import { schemaMarkdown } from '@caseweave/record';
import type { Model } from '../model/model.ts';
import { shownSection } from '../sections/parameter.ts';
import { type AnySectionPart, rowOf } from '../sections/section-part.ts';
import type { CodeListSummary } from './code-list-summary.ts';
import type { DecisionSummary } from './decision-summary.ts';
import { modelSummary } from './model-summary.ts';
import { rightsTable } from './rights-table.ts';
import { type SectionSummary, sectionSummary } from './section-summary.ts';
import { summaryWords } from './value-words.ts';

/**
 * Prints a model as documentation, in Markdown: its kinds of record, who may do what where, what can be decided, what
 * stands in each section and the codes that are used.
 */
export function modelMarkdown(model: Model): string {
  const summary = modelSummary(model);
  const kinds = Object.entries(summary.kinds).flatMap(([name, kind]) => {
    const decisions = Object.entries(summary.decisions).filter(([, one]) => one.kind === name);
    const parts = model.parts.filter((part) => part.kind === name);
    return [
      `## ${kind.title} (\`${name}\`)`,
      '',
      kind.about,
      '',
      '### Who stands how to it, and what they may do',
      '',
      ...rightsTable(summary, name, kind),
      '### What can be decided',
      '',
      ...(decisions.length === 0 ? ['Nothing: only whoever runs the authority brings such records in.', ''] : []),
      ...decisions.flatMap(([one, decision]) => decisionMarkdown(one, decision, summary.decisions)),
      '### What stands in it',
      '',
      ...parts.flatMap((part) => sectionMarkdown(part, sectionSummary(part, model))),
    ];
  });
  const lists = Object.entries(summary.codeLists);
  return [
    `# ${summary.title}`,
    '',
    `Model \`${summary.model}\`, version ${summary.version}.`,
    '',
    ...kinds,
    ...(lists.length === 0 ? [] : ['## Codes', '', ...lists.flatMap(([id, list]) => codesMarkdown(id, list))]),
  ].join('\n');
}

function decisionMarkdown(
  name: string,
  { type, title, by, byAuthority, form, refusals, overtakenBy, undoneBy }: DecisionSummary,
  all: Readonly<Record<string, DecisionSummary>>,
): readonly string[] {
  const titles = (names: readonly string[]): string => names.map((one) => all[one]?.title ?? one).join('; ');
  const fields = Object.entries(form);
  return [
    `#### ${title} (\`${name}\`)`,
    '',
    `${type === 'opening' ? 'Begins a record. ' : ''}${decidedBy(by, byAuthority === true)}`.trim(),
    '',
    ...(fields.length === 0
      ? []
      : [
          '| Asked | On the screen | What it is |',
          '|---|---|---|',
          ...fields.map(
            ([field, { label, isOptional, value }]) =>
              `| \`${field}\` | ${escaped(label)} | ${escaped(summaryWords(value))}${isOptional ? ', or nothing' : ''} |`,
          ),
          '',
        ]),
    ...Object.entries(refusals).map(([code, words]) => `- Refused as \`${code}\`: ${words}`),
    ...(overtakenBy.length === 0 ? [] : [`- Overtaken by: ${titles(overtakenBy)}`]),
    ...(type === 'opening' || undoneBy === null
      ? []
      : [undoneBy.length === 0 ? '- There is no way back.' : `- The way back: ${titles(undoneBy)}`]),
    '',
  ].filter((line, at, lines) => line !== '' || lines[at - 1] !== '');
}

function sectionMarkdown(part: AnySectionPart, { values }: SectionSummary): readonly string[] {
  const shown = shownSection(part);
  const fields = shown === undefined ? [] : schemaMarkdown(shown.schema).split('\n').slice(2);
  const held = Object.entries(values).map(([path, value]) => `- \`${path}\` holds ${summaryWords(value)}`);
  return [
    `#### ${part.title} (\`${rowOf(part)}\`)`,
    '',
    part.about,
    '',
    ...fields,
    ...held,
    ...(held.length === 0 ? [] : ['']),
  ];
}

const codesMarkdown = (id: string, { source, codes }: CodeListSummary): readonly string[] => [
  `### ${id}`,
  '',
  `From: ${source}.`,
  '',
  ...codes.map(({ code, label }) => `- \`${code}\`: ${label}`),
  '',
];

const decidedBy = (by: string | null, byAuthority: boolean): string =>
  by === null && !byAuthority ? '' : `Decided by ${by ?? 'whoever runs the authority'}.`;

const escaped = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');

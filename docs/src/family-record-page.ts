import { earlyHelp } from '@caseweave/family';
import { schemaMarkdown } from '@caseweave/record';

/** The reference page of the sections of a family's and a person's record. */
export function familyRecordPage(): string {
  const printed = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => {
      const section = earlyHelp.section(name);
      return section === undefined ? [] : [schemaMarkdown(section.schema).replace(/^## /, '### ')];
    });
  return [
    '<!-- Written by `npm run pages` from the declarations in `@caseweave/family`; do not edit. -->',
    '',
    '# The family record',
    '',
    'What the record of a family and of a person hold, section by section: each field, what it is called on the screen,',
    'and what it means when two people edit it apart. Who may read and write which section is in',
    '[the family package](../../packages/family/SPEC.md).',
    '',
    '## Of a family',
    '',
    ...printed(namesOf('family')),
    'Each agency has notes of its own, `notes.<agency>`. Those of a school, for example:',
    '',
    ...printed(['notes.school']),
    '## Of a person',
    '',
    ...printed(namesOf('person')),
  ].join('\n');
}

const namesOf = (kind: string): readonly string[] =>
  earlyHelp.parts.flatMap((part) => (part.type === 'section' && part.kind === kind ? [part.schema.name] : []));

import type { ValueSummary } from './value-summary.ts';

/** What a value is, in a few words of Markdown. */
export function summaryWords(value: ValueSummary): string {
  switch (value.type) {
    case 'code':
      return `a code of [${value.list}](#${value.list})`;
    case 'day':
      return 'a day';
    case 'moment':
      return 'a moment';
    case 'line':
      return `a line, up to ${value.longest}`;
    case 'passage':
      return `a text, up to ${value.longest}`;
    case 'number':
      return `a ${value.isWhole ? 'whole number' : 'number'} from ${value.least} to ${value.most}`;
    case 'truth':
      return 'yes or no';
    case 'who':
      return 'somebody who signs in';
    case 'record':
      return `a record: ${value.kind}`;
    case 'who-or-record':
      return `somebody who signs in, or a record: ${value.kind}`;
    case 'row':
      return `a row of ${value.rows}`;
    case 'unit':
      return `a unit: ${value.unit}`;
    case 'identifier':
      return value.scheme;
    case 'list':
      return `several: ${summaryWords(value.of)}`;
    case 'group':
      return Object.entries(value.fields)
        .map(
          ([name, field]) => `\`${name}\`${field.isOptional ? ' (may be left out)' : ''} ${summaryWords(field.value)}`,
        )
        .join('; ');
  }
}

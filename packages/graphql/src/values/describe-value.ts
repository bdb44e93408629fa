import type { Model, ValueKind } from '@caseweave/model';
import { inSentence, one } from '../names/words.ts';

/** Says what a value is, after "it is": for the descriptions of what is written. */
export function describeValue(model: Model, kind: ValueKind): string {
  switch (kind.type) {
    case 'code':
      return 'a code of the list';
    case 'day':
      return 'a day of the calendar';
    case 'moment':
      return 'a moment in universal time';
    case 'line':
      return `a line of ${kind.longest} characters at most`;
    case 'passage':
      return `some sentences, ${kind.longest} characters at most`;
    case 'number':
      return `a ${kind.isWhole ? 'whole ' : ''}number from ${kind.least} to ${kind.most}`;
    case 'truth':
      return 'yes or no';
    case 'who':
      return 'the id of somebody who signs in';
    case 'record':
      return `the id of ${one(model.kinds.get(kind.kind)?.title ?? kind.kind)}`;
    case 'who-or-record':
      return `the id of somebody who signs in, or of ${one(model.kinds.get(kind.kind)?.title ?? kind.kind)}`;
    case 'row':
      return 'the id of a row';
    case 'unit':
      return `the id of ${one(model.units[kind.unit]?.title ?? kind.unit)}`;
    case 'identifier':
      return `an identifier that others gave (${inSentence(kind.scheme)})`;
    case 'list':
      return `several, each ${describeValue(model, kind.of)}`;
    case 'group':
      return 'what belongs together';
  }
}
